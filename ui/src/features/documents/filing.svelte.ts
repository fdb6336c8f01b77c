import { api, type Advice, type Banner, type DossierView, type FilingResult, type HighWaterMark, type LeftOutFile, type MarkingDefaults, type MarkingDraft, type NotFiled, type Offered, type OfferedFile, type Problem, type Reason } from "$ipc";
import { dayOf } from "$lib/days";
import { Loaded } from "$lib/loaded.svelte";
import { isMotive } from "$lib/motive";
import { Second } from "$lib/second.svelte";
import { session } from "$lib/session.svelte";
import { Writing } from "./writing.svelte";
import { chosenOf, Marking, sameChoice, valuesOf } from "$features/marking/marking.svelte";

/** `nota_radarbeelden-v3.pdf` → `nota radarbeelden v3`: something to correct rather than to type. */
export function titleFrom(name: string): string {
  return name
    .replace(/\.[A-Za-z0-9]{1,5}$/, "")
    .replace(/[_-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What is proposed for a file: its name made a title, and where nothing to be read is left of that, or the name could not be kept,
 * its own name, as `zegelctl` calls it. */
export function titleOf({ name, title }: Pick<OfferedFile, "name" | "title">): string {
  const made = titleFrom(name);
  return name === title && /[\p{L}\p{N}]/u.test(made) ? made : title;
}

/** A marking that one of several files has, and not the others. */
export type OwnMarking = { marking: MarkingDraft; banner: Banner; motive: string | null };
/** What is written of one of several files. What is empty, the form says for all. */
export type Written = { title: string; date: string; originator: string; own: OwnMarking | null };
export type Entry = OfferedFile & Written & { /** What is typed there is no day. */ dateWrong: boolean; ticked: boolean };
export type Missing = "files" | "dossier" | "level" | "marking" | "title" | "date" | "motive" | "sources";

/** Of which nothing is written but what the form says. */
const PLAIN: Written = { title: "", date: "", originator: "", own: null };

/** The next that is warned of after `from`, and after the last the first; -1: none is. */
export function nextWarned(warned: readonly boolean[], from: number): number {
  const after = warned.indexOf(true, from + 1);
  return after >= 0 ? after : warned.indexOf(true);
}

/** What no motive lifts: the originator of a source must agree. */
const REFUSALS = new Set(["sources_consent"]);

/** A filing in the making. Kept over a lock, by Rust, for the same officer alone: what he wrote and chose. Rust forgets what was
 * picked, and what was answered, a refusal too, may be otherwise the next time. */
export class Filing {
  static readonly draft = "filing";
  files = $state<Entry[]>([]);
  dossier = $state("");
  subject = $state("");
  /** The reference of the paper original, of one document alone. */
  paper = $state("");
  originator = $state("");
  date = $state(dayOf(new Date()));
  /** From when terms count; empty: from the document's date. */
  finalised = $state("");
  /** What is typed there is no day. */
  finalisedWrong = $state(false);
  /** Topics of the guide that the document reveals. */
  topics = $state<string[]>([]);
  motive = $state("");
  /** Documents that it is derived from. */
  sources = $state<string[]>([]);
  readonly marking = new Marking();
  /** Where a derived document begins. */
  readonly start = new Loaded<HighWaterMark>();
  readonly advice = new Loaded<Advice>();
  /** What this officer chose last in the dossier: offered and never set. */
  readonly defaults = new Loaded<MarkingDefaults | null>();
  readonly dossiers = new Loaded<DossierView[]>();
  /** Who files it as well, where two open a source: typed, and never kept. */
  readonly second = new Second();
  /** The dialog that asks for him. */
  asks = $state(false);
  /** A run of so many documents, and where it begins; null when none runs. */
  running = $state.raw<{ total: number; name: string } | null>(null);
  /** The run was told to end. */
  stopping = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** The file that it failed at. */
  failed = $state("");
  /** What was picked and is not among the files, and how many more there are. */
  leftOut = $state.raw<readonly LeftOutFile[]>([]);
  moreLeftOut = $state(0);
  /** What is said of a file because its content is there already, by its handle. */
  same = $state.raw<ReadonlyMap<string, readonly Reason[]>>(new Map());
  /** The files are being compared: until that is done, nobody knows whether they are there already. */
  comparing = $state(false);
  #comparison = 0;
  /** It was pressed, and what was chosen or picked just before is still being weighed. */
  weighing = $state(false);
  done = $state.raw<FilingResult[]>([]);
  /** Names of files that a lock took away: what was written about them waits until they are chosen again. */
  lost = $state.raw<string[]>([]);
  #written = new Map<string, Written>();
  /** The marking of the sources has been taken over. */
  #marked = true;
  #title = $state("");
  #notFiled = $state.raw<readonly NotFiled[]>([]);

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
    if (this.needsMarking) {
      if (!this.marking.level) missing.push("level");
      // While it is being composed, a press waits for it.
      else if (!this.marking.settled && !this.marking.composed.busy) missing.push("marking");
    }
    if (this.files.some(({ title }) => !title.trim()) || !this.title.trim()) missing.push("title");
    if (!this.date || this.finalisedWrong || this.files.some(({ dateWrong }) => dateWrong)) missing.push("date");
    if ((this.refused && this.needsMarking) || this.start.problem) missing.push("sources");
    if (this.needsMotive && !isMotive(this.motive)) missing.push("motive");
    return missing;
  }

  /** What an officer reads before the document: here the guide finds its words. */
  get text(): string {
    return [...this.files.map(({ title }) => title), this.title, this.subject].join("\n").trim();
  }

  /** Why the marking is below the guide or the sources. */
  get below() {
    return this.marking.level === "" ? [] : (this.advice.value?.below ?? []);
  }

  get refused(): boolean {
    return this.below.some(({ code }) => REFUSALS.has(code));
  }

  /** Not where each file has a marking of its own. */
  get needsMarking(): boolean {
    return this.files.length === 0 || this.files.some(({ own }) => own === null);
  }

  get needsMotive(): boolean {
    return this.below.length > 0 && !this.refused && this.needsMarking;
  }

  /** The files that were ticked. */
  get ticked(): Entry[] {
    return this.files.filter(({ ticked }) => ticked);
  }

  tickAll(ticked: boolean): void {
    for (const file of this.files) file.ticked = ticked;
  }

  /** Writes the same into every row that is ticked: what is empty stays as it is. A title stands before the name of the file. */
  writeTicked({ title, date, originator }: Pick<Written, "title" | "date" | "originator">): void {
    for (const file of this.ticked) {
      if (title.trim()) file.title = `${title.trim()} — ${titleFrom(file.name)}`;
      if (date) [file.date, file.dateWrong] = [date, false];
      if (originator.trim()) file.originator = originator.trim();
    }
  }

  /** Whether the marking of the form can be given, as far as is known of it yet: with its motive, where it needs one. */
  get markable(): boolean {
    const flawed = (this.marking.composed.value?.problems.length ?? 0) > 0;
    if (this.marking.level === "" || flawed || this.refused) return false;
    return this.below.length === 0 || isMotive(this.motive);
  }

  /** Every row that is ticked has the marking of the form as it is now; `null`: the one of the form, whatever it becomes. */
  async markTicked(as: "now" | null): Promise<void> {
    if (as === null) {
      for (const file of this.ticked) file.own = null;
      return;
    }
    const ticked = this.ticked;
    await this.marking.compose();
    await this.advise();
    await this.#weighed();
    const { banner } = this.marking.composed.value ?? {};
    if (!banner || !this.marking.settled || !this.markable) return;
    const motive = this.below.length > 0 ? this.motive.trim() : null;
    for (const file of ticked) file.own = $state.snapshot({ marking: this.marking.draft, banner, motive }) as OwnMarking;
  }

  /** Takes every row that is ticked off the list. */
  removeTicked(): void {
    this.#take(new Set(this.ticked.map(({ handle }) => handle)));
  }

  /** What this officer chose last, when it differs from what is chosen. */
  get last(): MarkingDefaults | null {
    const last = this.defaults.value;
    if (!last || this.sources.length > 0) return null;
    return last.policy === this.marking.policy && sameChoice(chosenOf(last), this.marking.chosen) ? null : last;
  }

  /** Policy, audience and categories as last time. The level is not among them. */
  async asLast(): Promise<void> {
    const last = this.last;
    if (!last) return;
    if (last.policy !== this.marking.policy) await this.marking.usePolicy(last.policy);
    this.marking.chosen = chosenOf(last);
  }

  async advise(): Promise<void> {
    const { dossier, text, topics, sources } = this;
    const marking = this.marking.level === "" ? null : this.marking.draft;
    await this.advice.load(() => api.adviseFiling({ dossier: dossier || null, marking, text, topics: [...topics], sources: [...sources] }));
  }

  /** Begins a document that is made from others: with the high-water mark of their markings. */
  async derive(sources: readonly string[]): Promise<void> {
    this.done = [];
    this.sources = [...sources];
    this.motive = "";
    if (sources.length === 0) this.start.clear();
    else await this.toHighWater();
  }

  async toHighWater(): Promise<void> {
    this.#marked = false;
    await this.start.load(() => api.deriveStart([...this.sources]));
    const start = this.start.value;
    // A later question that is under way takes over the marking itself.
    if (!start || this.start.busy || this.start.problem) return;
    if (start.marking.policy !== this.marking.policy) await this.marking.usePolicy(start.marking.policy);
    this.marking.level = start.marking.classification;
    this.marking.chosen = valuesOf(start.marking.categories);
    this.#marked = true;
  }

  /** What is written and chosen. Of sources only the identifiers: what they are called is asked again. */
  get draft() {
    const { dossier, subject, paper, originator, date, finalised, topics, motive, sources, marking } = this;
    const files = [
      ...this.files.map(({ name, title, date, originator, own }) => ({ name, title, date, originator, own })),
      ...this.lost.map((name) => ({ name, ...(this.#written.get(name) ?? PLAIN) })),
    ];
    const { policy, level, chosen, review } = marking;
    const written = [dossier, subject, paper, originator, finalised, motive, level, this.#title].some((text) => text !== "");
    if (!written && files.length + topics.length + sources.length === 0) return null;
    return $state.snapshot({
      files, dossier, subject, paper, originator, date, finalised, topics, motive, sources,
      marking: { policy, level, chosen, review }, title: this.#title, marked: this.#marked,
    });
  }

  goOn({ files, marking, title, marked, ...rest }: NonNullable<Filing["draft"]>): void {
    Object.assign(this, rest);
    Object.assign(this.marking, marking);
    for (const { name, ...written } of files) this.#written.set(name, { ...PLAIN, ...written });
    this.lost = files.map(({ name }) => name);
    this.#title = title;
    this.#marked = marked;
  }

  /** Called when the screen is shown: of a filing that goes on after a lock, the sources are asked about again. */
  resume(): void {
    if (this.sources.length === 0 || this.start.value || this.start.busy || this.start.problem) return;
    // A lock that came before the answer left the form without the marking of its sources.
    void (this.#marked ? this.start.load(() => api.deriveStart([...this.sources])) : this.toHighWater());
  }

  add({ files: picked, left_out, more_left_out }: Offered): void {
    this.done = [];
    this.leftOut = [...this.leftOut, ...left_out];
    this.moreLeftOut += more_left_out;
    this.lost = this.lost.filter((name) => !picked.some((file) => file.name === name));
    const known = new Set(this.files.map(({ handle }) => handle));
    const fresh = picked.filter(({ handle }) => !known.has(handle));
    const written = this.files.length === 0 ? this.#title.trim() : "";
    const proposed = (file: OfferedFile, index: number) =>
      this.#written.get(file.name)?.title ?? ((index === 0 && written) || titleOf(file));
    const titled = fresh.map((file, index) => ({
      ...file, ...(this.#written.get(file.name) ?? PLAIN), title: proposed(file, index), dateWrong: false, ticked: false,
    }));
    this.files = [...this.files, ...titled];
    if (titled.length > 0) void this.compare();
  }

  /** What is to be known of a file before it is filed. */
  warningsOf(file: Entry): readonly Reason[] {
    return [...file.warnings, ...(this.same.get(file.handle) ?? [])];
  }

  /** Asks whether what is picked is in the register already, or twice in the list. */
  async compare(): Promise<void> {
    const mine = ++this.#comparison;
    this.comparing = this.files.length > 0;
    try {
      const found = this.files.length > 0 ? await api.compareFiles(this.files.map(({ handle }) => handle)) : [];
      if (mine === this.#comparison) this.same = new Map(found.map(({ handle, warnings }) => [handle, warnings]));
    } catch (thrown) {
      if (mine === this.#comparison) this.problem = session.caught(thrown);
    } finally {
      if (mine === this.#comparison) this.comparing = false;
    }
  }

  async pick(what: "files" | "folder" = "files"): Promise<void> {
    const { sitting } = session;
    try {
      this.problem = null;
      const picked = await (what === "folder" ? api.pickFilesOfFolder() : api.pickFiles());
      if (session.sitting === sitting) this.add(picked);
    } catch (thrown) {
      const problem = session.caught(thrown);
      // The lock closed the file window: who unlocks again asks for it again, and is not told for ever that it is locked.
      if (session.sitting === sitting && problem.code !== "locked") this.problem = problem;
    }
  }

  remove(handle: string): void {
    this.#take(new Set([handle]));
  }

  #take(handles: ReadonlySet<string>): void {
    if (handles.size === 0) return;
    this.files = this.files.filter(({ handle }) => !handles.has(handle));
    void api.forgetFiles([...handles]).catch(() => undefined);
    // One that it was the same as is so no longer.
    void this.compare();
  }

  /** Ends a run after the document that is being read. */
  stop(): void {
    this.stopping = true;
    void api.stopFiling().catch((thrown) => (this.problem = session.caught(thrown)));
  }

  /** Whether two open a source, and so two file what is made from it. */
  get two(): boolean {
    return this.sources.length > 0 && (this.start.value?.by_two ?? false);
  }

  /** The second mistyped: said at the field. */
  get wrong(): boolean {
    return this.asks && this.problem?.code === "wrong_passphrase";
  }

  /** Waits until what was chosen, picked or taken off a moment ago is composed and compared, however long that takes: no press of a
   * button is lost meanwhile. A lock ends it. */
  async #weighed(): Promise<void> {
    const { sitting } = session;
    const weighing = () => this.comparing || (this.needsMarking && this.marking.composed.busy);
    while (session.sitting === sitting && weighing()) await new Promise((again) => setTimeout(again, 50));
  }

  /** How much there is to know of the files. */
  get #warned(): number {
    return this.files.reduce((sum, file) => sum + this.warningsOf(file).length, 0);
  }

  /** All of them at once: what is filed leaves the list, what is not stays on it. */
  async submit(): Promise<void> {
    if (this.running || this.weighing) return;
    const warned = this.#warned;
    const { sitting } = session;
    this.weighing = true;
    await this.#weighed();
    this.weighing = false;
    if (session.sitting !== sitting) return;
    // What the comparison has only now found is read before anything is filed.
    if (this.comparing || this.#warned > warned || this.missing.length > 0) return;
    if (this.two && !this.asks) {
      this.problem = null;
      this.second.ask();
      this.asks = true;
      return;
    }
    if (this.two && !this.second.ready) return;
    const second = this.two ? this.second.said : null;
    const queue = this.files.map(({ handle, title, date, originator, own }) => ({
      handle, title, date: date || null, originator: originator.trim() || null,
      own: own && { marking: $state.snapshot(own.marking) as MarkingDraft, motive: own.motive },
    }));
    this.running = { total: queue.length, name: this.files[0]?.name ?? "" };
    this.stopping = false;
    session.filing = null;
    this.problem = null;
    this.failed = "";
    this.done = [];
    this.#notFiled = [];
    try {
      const { filed, not_filed, problem } = await api.fileDocuments({
        files: queue,
        dossier: this.dossier,
        marking: this.marking.draft,
        subject: this.subject,
        originator: this.originator.trim(),
        paper: this.files.length <= 1 ? this.paper.trim() : "",
        date: this.date,
        finalised: this.finalised || null,
        topics: [...this.topics],
        motive: this.needsMotive ? this.motive.trim() : null,
        sources: [...this.sources],
      }, second);
      const left = new Set(not_filed.map(({ handle }) => handle));
      const gone = new Set(queue.map(({ handle }) => handle).filter((handle) => !left.has(handle)));
      this.done = filed;
      this.files = this.files.filter(({ handle }) => !gone.has(handle));
      session.kept.of(Writing).filed(gone);
      this.problem = problem;
      // Of a single document the problem says everything.
      if (queue.length > 1) {
        this.#notFiled = not_filed;
        this.failed = not_filed.find(({ why }) => why === "failed")?.name ?? "";
      }
    } catch (thrown) {
      this.problem = session.caught(thrown);
    } finally {
      this.running = null;
      this.stopping = false;
      session.filing = null;
      this.second.passphrase = "";
      // Who mistyped types again; whatever else came of it is said on the form.
      if (!this.wrong) this.dismiss();
      if (this.files.length === 0) this.#begin();
      void this.remember();
    }
  }

  /** The dialog is closed: nothing of the second stays. */
  dismiss(): void {
    this.asks = false;
    this.second.forget();
  }

  /** Those of the last run that are not in and are still in the list. */
  get notFiled(): readonly NotFiled[] {
    return this.#notFiled.filter(({ handle }) => this.files.some((file) => file.handle === handle));
  }

  /** Asks what was chosen last in the dossier. */
  async remember(): Promise<void> {
    const { dossier } = this;
    if (dossier === "") this.defaults.clear();
    else await this.defaults.load(() => api.markingDefaults(dossier));
  }

  /** A new form: what rarely changes stays, the level never does. */
  #begin(): void {
    this.subject = this.paper = this.#title = this.finalised = "";
    this.#written.clear();
    this.lost = [];
    this.leftOut = [];
    this.moreLeftOut = 0;
    this.topics = [];
    this.sources = [];
    this.motive = "";
    this.start.clear();
    this.advice.clear();
    this.marking.clear();
  }

  clear(): void {
    void api.forgetFiles(this.files.map(({ handle }) => handle)).catch(() => undefined);
    this.files = [];
    void this.compare();
    this.dossier = this.originator = "";
    this.defaults.clear();
    this.problem = null;
    this.done = [];
    this.failed = "";
    this.#begin();
  }
}
