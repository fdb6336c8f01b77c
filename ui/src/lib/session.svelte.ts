// Who is at the window. What the officer saw lives in `sitting` and is gone with the lock; what the officer was writing
// lives in `kept`: with the lock it is handed to Rust, which seals it to this officer, and comes back to him alone.
import {
  api,
  asProblem,
  type LockedBecause,
  type Memory,
  type Offered,
  type Problem,
  type SessionView,
  type ShellEvent,
  type Status,
  type TokenQuestion,
  watch,
} from "$ipc";
import { Keep } from "./keep.svelte";
import { preferences } from "./preferences.svelte";
import { toasts } from "./toasts.svelte";

/** Activity is told to Rust at most this often. */
const TOUCH_EVERY_MS = 5_000;

class Session {
  status = $state.raw<Status | null>(null);
  problem = $state.raw<Problem | null>(null);
  view = $state.raw<SessionView | null>(null);
  because = $state<LockedBecause>("start");
  /** The officer who was here last, proposed at the next unlock. */
  lastOfficer = $state("");
  /** When activity was last seen, in the page's own milliseconds. */
  activeAt = $state(0);
  /** Files hang over the window. */
  filesOver = $state(false);
  /** Files that were dropped and that no screen has taken yet. */
  dropped = $state.raw<Offered[]>([]);
  /** What was open and may be read no longer: Rust has closed it. */
  withdrawn = $state.raw<{ handle: string; problem: Problem } | null>(null);
  /** How far the filing that runs has come: the document, from 0, and the bytes of it. */
  filing = $state.raw<{ document: number; of: number; name: string; done: number; total: number } | null>(null);
  /** How many documents were looked at, of how many, while they are sealed for present keys. */
  rekeying = $state.raw<{ seen: number; total: number } | null>(null);
  /** How many files of the vault are copied, of how many, while it is backed up. */
  backingUp = $state.raw<{ done: number; total: number } | null>(null);
  /** How many sealed files were fetched, of how many, while a dossier is brought here. */
  fetching = $state.raw<{ done: number; total: number } | null>(null);
  /** How many texts of scans wait while they are read in the background. */
  textsWaiting = $state(0);
  /** What the check in the background found to be wrong with the log. */
  damage = $state.raw<Problem | null>(null);
  /** Since when the server of a shared vault's log is not there, while it is not. */
  offlineSince = $state<string | null>(null);
  /** The same of the store of its objects. */
  objectsOfflineSince = $state<string | null>(null);
  /** Counts how often that check found the log whole: who shows it asks again. */
  wholes = $state(0);
  /** Counts how often the log grew elsewhere: who shows a list asks again. */
  moved = $state(0);
  /** Counts the acts that went well: what waits is asked again after each. */
  acted = $state(0);
  /** The passphrase was right, and the log is being read. */
  accepted = $state(false);
  /** How many entries of the log were read, of how many: where there is much to read. */
  reading = $state.raw<{ done: number; total: number } | null>(null);
  /** What the program of a hardware token said last; empty when nothing goes on with it. */
  tokenSays = $state("");
  /** What it asks, and waits for. */
  tokenAsks = $state.raw<{ number: number; asks: TokenQuestion; text: string; yes: string | null; no: string | null } | null>(null);
  /** Counts the unlocks: what belongs to one visit is made again with the next. */
  visit = $state(0);
  sitting = new Keep();
  /** What this officer is writing, and where he is. Nobody's while the vault is locked. */
  kept = new Keep();
  /** Counts the locks: what was asked before one is not answered after it. */
  #left = 0;
  #touchedAt = -TOUCH_EVERY_MS;
  #telling: ReturnType<typeof setTimeout> | undefined;

  /** True for an officer with any of these roles. Only a courtesy: Rust decides. */
  is(...roles: string[]): boolean {
    return this.view?.officer.roles.some((role) => roles.includes(role)) ?? false;
  }

  async start(): Promise<void> {
    await this.refresh();
    await watch((said) => this.#hear(said)).catch((thrown) => (this.problem = asProblem(thrown)));
  }

  async refresh(): Promise<void> {
    try {
      const status = await api.status();
      this.status = status;
      this.problem = null;
      this.offlineSince = status.offline_since;
      this.objectsOfflineSince = status.objects_offline_since;
      preferences.recall(status.language, status.preferences);
      if (this.lastOfficer === "") this.lastOfficer = status.preferences.last_officer ?? "";
      if (!status.session) this.#leave(status.locked_because);
      else if (this.view?.officer.id !== status.session.officer.id) await this.#enter(status.session);
      else this.view = status.session;
    } catch (thrown) {
      preferences.guess();
      this.problem = asProblem(thrown);
    }
  }

  async unlock(officer: string, passphrase: string, memory: Memory | null = null, clockIsRight = false, olderIdentity = false): Promise<void> {
    this.accepted = false;
    this.reading = null;
    await this.#enter(await api.unlock(officer, passphrase, memory, clockIsRight, olderIdentity));
    // What is sealed in the log, the approval among it, is known from now on.
    void this.refresh();
  }

  /** Unlocks with the PIN of the officer who was here when the window locked itself. */
  async unlockWithPin(pin: string): Promise<void> {
    this.accepted = false;
    this.reading = null;
    await this.#enter(await api.unlockWithPin(pin));
    void this.refresh();
  }

  /** Makes new keys for an officer under another passphrase; the session goes on with them. */
  async renewKeys(officer: string, current: string, next: string, memory: Memory | null = null, clockIsRight = false, olderIdentity = false): Promise<void> {
    this.accepted = false;
    this.reading = null;
    await this.#enter(await api.renewKeys(officer, current, next, memory, clockIsRight, olderIdentity));
    void this.refresh();
  }

  async lock(): Promise<void> {
    // The screen goes first: whatever Rust answers, nothing stays readable.
    this.#leave("user");
    await api.lock().catch(() => undefined);
    await this.refresh();
  }

  active(): void {
    if (!this.view) return;
    const now = performance.now();
    this.activeAt = now;
    // What happens within the pause is told at its end, so that Rust never counts less activity than there was.
    this.#telling ??= setTimeout(() => this.#tell(), Math.max(0, this.#touchedAt + TOUCH_EVERY_MS - now));
  }

  /** What a command failed with. One that found the vault locked brings the way in. */
  caught(thrown: unknown): Problem {
    const problem = asProblem(thrown);
    if (problem.code === "locked" && this.view) void this.refresh();
    return problem;
  }

  #tell(): void {
    this.#telling = undefined;
    if (!this.view) return;
    this.#touchedAt = performance.now();
    api.touch().catch((thrown) => this.caught(thrown));
  }

  #hear(said: ShellEvent): void {
    switch (said.event) {
      case "locked":
        if (this.view) this.#leave(said.because);
        void this.refresh();
        break;
      case "connection":
        this.offlineSince = said.offline_since;
        this.objectsOfflineSince = said.objects_offline_since;
        break;
      case "moved":
        this.moved += 1;
        break;
      case "accepted":
        this.accepted = true;
        break;
      case "reading":
        this.reading = { done: said.done, total: said.total };
        break;
      case "token-says":
        this.tokenSays = said.text;
        break;
      case "token-asks":
        this.tokenAsks = { number: said.number, asks: said.asks, text: said.text, yes: said.yes, no: said.no };
        break;
      case "token-asked":
        if (this.tokenAsks?.number === said.number) this.tokenAsks = null;
        break;
      case "withdrawn":
        if (this.view) this.withdrawn = { handle: said.handle, problem: said.problem };
        break;
      case "files-hover":
        this.filesOver = said.over;
        break;
      case "files-dropped":
        this.filesOver = false;
        if (this.view) this.dropped = [...this.dropped, said.picked];
        break;
      case "log-whole":
        this.damage = null;
        this.wholes += 1;
        break;
      case "log-damaged":
        if (this.view) this.damage = said.problem;
        break;
      case "rekeying":
        this.rekeying = { seen: said.seen, total: said.total };
        break;
      case "backing-up":
        this.backingUp = { done: said.done, total: said.total };
        break;
      case "fetching":
        this.fetching = { done: said.done, total: said.total };
        break;
      case "texts-to-read":
        this.textsWaiting = this.view ? said.waiting : 0;
        break;
      case "filing":
        this.filing = { document: said.document, of: said.of, name: said.name, done: said.done, total: said.total };
        break;
    }
  }

  async #enter(view: SessionView): Promise<void> {
    this.#handOver();
    const { visit } = this;
    const left = this.#left;
    const before = await api.keptDraft().catch(() => null);
    // Locked meanwhile, or here already.
    if (visit !== this.visit || left !== this.#left) return;
    this.kept = new Keep(before);
    this.sitting = new Keep();
    toasts.clear();
    this.visit += 1;
    this.view = view;
    this.lastOfficer = view.officer.id;
    this.activeAt = performance.now();
  }

  /** What is half-written goes to Rust, and leaves the page: another may sit here next. */
  #handOver(): void {
    const { kept } = this;
    this.kept = new Keep();
    if (this.view) void api.keepDraft(this.view.officer.id, kept.written).catch(() => undefined);
  }

  #leave(because: LockedBecause): void {
    this.#left += 1;
    this.because = because;
    this.#handOver();
    this.view = null;
    this.damage = null;
    this.filing = null;
    this.rekeying = null;
    this.backingUp = null;
    this.fetching = null;
    this.textsWaiting = 0;
    this.withdrawn = null;
    this.dropped = [];
    this.sitting = new Keep();
    // Good news names what this officer did: not for the next one at the window.
    toasts.clear();
  }
}

export const session = new Session();
