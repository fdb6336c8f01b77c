import { api, type DossierView, type Filed, type PickedFile, type Problem } from "$ipc";
import { dayOf } from "$lib/days";
import { Loaded } from "$lib/loaded.svelte";
import { session } from "$lib/session.svelte";
import { Marking } from "./marking.svelte";

/** `nota_radarbeelden-v3.pdf` → `nota radarbeelden v3`: something to correct rather than to type. */
export function titleFrom(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/[_-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export type Entry = PickedFile & { title: string };
export type Missing = "files" | "dossier" | "level" | "marking" | "title" | "originator" | "date";

/** A filing in the making. Kept over a lock in memory, for the same officer alone. */
export class Filing {
  files = $state<Entry[]>([]);
  dossier = $state("");
  subject = $state("");
  originator = $state("");
  date = $state(dayOf(new Date()));
  readonly marking = new Marking();
  readonly dossiers = new Loaded<DossierView[]>();
  /** How far a run has come; null when none runs. */
  running = $state.raw<{ done: number; total: number; name: string } | null>(null);
  problem = $state.raw<Problem | null>(null);
  done = $state.raw<(Filed & { title: string })[]>([]);
  /** Releasability and handling of the last document of each dossier, offered and never set. The level is not kept. */
  /** Names of files that a lock took away: what was written about them waits until they are chosen again. */
  lost = $state.raw<string[]>([]);
  #titles = new Map<string, string>();
  #sitting: unknown = null;
  #last = new Map<string, { policy: string; chosen: Record<string, string[]> }>();
  #title = $state("");
  #stop = false;

  /** The title of the one document; may be written before there is a file. */
  get title(): string {
    return this.files[0]?.title ?? this.#title;
  }
  set title(title: string) {
    this.#title = title;
    if (this.files[0]) this.files[0].title = title;
  }

  get missing(): Missing[] {
    const missing: Missing[] = [];
    if (this.files.length === 0) missing.push("files");
    if (!this.dossier) missing.push("dossier");
    if (!this.marking.level) missing.push("level");
    else if (!this.marking.settled) missing.push("marking");
    if (this.files.some(({ title }) => !title.trim()) || !this.title.trim()) missing.push("title");
    if (!this.originator.trim()) missing.push("originator");
    if (!this.date) missing.push("date");
    return missing;
  }

  /** What the dossier's last document had, when it differs from what is chosen. */
  get last(): { policy: string; chosen: Record<string, string[]> } | null {
    const last = this.#last.get(this.dossier);
    if (!last || last.policy !== this.marking.policy || Object.values(last.chosen).flat().length === 0) return null;
    return JSON.stringify(last.chosen) === JSON.stringify(this.marking.chosen) ? null : last;
  }

  /** Called when the screen is shown. With a lock Rust forgets what was picked; the words stay. */
  resume(sitting: unknown): void {
    if (this.#sitting !== sitting && this.files.length > 0) {
      for (const { name, title } of this.files) this.#titles.set(name, title);
      this.lost = this.files.map(({ name }) => name);
      this.files = [];
    }
    this.#sitting = sitting;
  }

  add(picked: readonly PickedFile[]): void {
    this.done = [];
    this.lost = this.lost.filter((name) => !picked.some((file) => file.name === name));
    const known = new Set(this.files.map(({ handle }) => handle));
    const fresh = picked.filter(({ handle }) => !known.has(handle));
    const written = this.files.length === 0 ? this.#title.trim() : "";
    const titleOf = (file: PickedFile, index: number) =>
      this.#titles.get(file.name) ?? ((index === 0 && written) || titleFrom(file.name));
    const titled = fresh.map((file, index) => ({ ...file, title: titleOf(file, index) }));
    this.files = [...this.files, ...titled];
  }

  async pick(): Promise<void> {
    try {
      this.problem = null;
      this.add(await api.pickFiles());
    } catch (thrown) {
      this.problem = session.caught(thrown);
    }
  }

  remove(handle: string): void {
    this.files = this.files.filter((file) => file.handle !== handle);
    void api.forgetFiles([handle]).catch(() => undefined);
  }

  stop(): void {
    this.#stop = true;
  }

  /** One document after the other, each whole or not at all: what is filed leaves the list, what failed stays on it. */
  async submit(): Promise<void> {
    if (this.running || this.missing.length > 0) return;
    const { dossier, subject, originator, date } = this;
    const marking = this.marking.draft;
    const queue = [...this.files];
    this.#stop = false;
    this.problem = null;
    this.done = [];
    try {
      for (const [index, { handle, name, title }] of queue.entries()) {
        if (this.#stop) break;
        this.running = { done: index, total: queue.length, name };
        const filed = await api.fileDocuments({
          files: [handle],
          dossier,
          marking,
          title: title.trim(),
          subject: subject.trim(),
          originator: originator.trim(),
          date,
        });
        this.done = [...this.done, ...filed.map((one) => ({ ...one, title: title.trim() }))];
        this.files = this.files.filter((file) => file.handle !== handle);
      }
    } catch (thrown) {
      this.problem = session.caught(thrown);
    } finally {
      this.running = null;
      this.#last.set(dossier, { policy: marking.policy, chosen: $state.snapshot(this.marking.chosen) });
      if (this.files.length === 0) this.#begin();
    }
  }

  /** A new form: what rarely changes stays, the level never does. */
  #begin(): void {
    this.subject = this.#title = "";
    this.#titles.clear();
    this.lost = [];
    this.marking.clear();
  }

  clear(): void {
    void api.forgetFiles(this.files.map(({ handle }) => handle)).catch(() => undefined);
    this.files = [];
    this.dossier = this.originator = "";
    this.problem = null;
    this.done = [];
    this.#begin();
  }
}
