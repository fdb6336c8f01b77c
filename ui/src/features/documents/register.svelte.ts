import { api, type DocumentFilter, type DocumentRow, type DocumentView, type DossierView, type Level, type Mine, type NotSearched, type SavedView } from "$ipc";
import { everyDossier } from "$lib/every";
import { SortedList } from "$lib/filtered-list.svelte";
import { Loaded } from "$lib/loaded.svelte";
import type { Page } from "$lib/rows.svelte";
import { asked, sortOf } from "$lib/sort";

/** Hits that are asked for at once: each is shown with the sentence around it, which is read from the document's text. */
const HITS = 50;

/** What is filtered by beyond words, level and dossier. */
const FURTHER = { policy: "", from: "", to: "", originator: "", kind: "", mine: "", withdrawn: "" };

/** Milliseconds after which it is asked again whether a search finds everything. */
const REST = 2_000;

/** The register as this officer sees it: what is looked for, the rows, the row under the cursor, the document chosen. */
export class Register extends SortedList<{ query: string; level: string; dossier: string } & typeof FURTHER, DocumentRow> {
  /** Where the words are looked for: kept as long as the officer is here. */
  within = $state<"titles" | "content">("titles");
  /** What of the documents is not searched by the text inside them. */
  readonly silent = new Loaded<NotSearched[]>();
  chosen = $state<string | null>(null);
  /** Documents that were ticked, in that order: what to do with several. */
  ticked = $state<string[]>([]);
  readonly document = new Loaded<DocumentView>();
  readonly dossiers = new Loaded<DossierView[]>();
  /** What is as the document that is chosen. */
  readonly like = new Loaded<DocumentFilter>();
  #moving: ReturnType<typeof setTimeout> | undefined;
  #shown: Promise<void> = Promise.resolve();

  constructor() {
    super("documents", { by: "filed", descending: true }, { query: "", level: "", dossier: "", ...FURTHER }, 130);
  }

  /** What is looked for, and in what order: from the first page. */
  get view(): DocumentFilter {
    const { query, level, policy, dossier, from, to, originator, kind, mine, withdrawn } = this.filter;
    const own = { kind: kind || null, mine: (mine || null) as Mine | null, withdrawn: withdrawn !== "" };
    const further = { policy: policy || null, from: from || null, to: to || null, originator: originator.trim() || null, ...own };
    return { query: query.trim() || null, inside: this.inside, level: (level || null) as Level | null, dossier: dossier || null, ...further, sort: asked(this.sort), limit: 0, after: null };
  }

  /** Looks for what was kept under a name, in its order. */
  show({ filter }: Pick<SavedView, "filter">): void {
    const { query, inside, level, policy, dossier, from, to, originator, kind, mine, withdrawn, sort } = filter;
    this.within = inside ? "content" : "titles";
    const further = { policy: policy ?? "", from: from ?? "", to: to ?? "", originator: originator ?? "", kind: kind ?? "", mine: mine ?? "", withdrawn: withdrawn ? "withdrawn" : "" };
    Object.assign(this.filter, { query: query ?? "", level: level ?? "", dossier: dossier ?? "", ...further });
    const order = sort ? sortOf(sort) : null;
    if (order) this.order(order);
    else void this.refilter();
  }

  /** Looks for what is as this document, in the order that is chosen. Where it could not be asked what that is, it says why, and
   * nothing changes. */
  async showLike(id: string): Promise<void> {
    await this.like.load(() => api.filterLike(id));
    const filter = this.like.problem ? null : this.like.value;
    if (filter) this.show({ filter: { ...filter, sort: asked(this.sort) } });
  }

  protected override page(after: string | null, limit: number): Promise<Page<DocumentRow>> {
    const { inside } = this;
    const asks: DocumentFilter = { ...this.view, limit: inside ? Math.min(limit, HITS) : limit, after };
    // Asked after the list: what is read for it no longer waits.
    const page = api.documents(asks);
    if (inside && after === null) void page.then(() => this.silent.load(() => api.notSearched(asks)), () => undefined);
    return page;
  }

  /** Whether the list is of hits inside documents: the best first, each with its sentence. */
  get inside(): boolean {
    return this.within === "content" && this.filter.query.trim() !== "";
  }

  /** The word by which a document of the list was found inside. */
  foundIn(id: string): string | undefined {
    return this.rows.at(this.rows.find((row) => row.id === id))?.hit?.found;
  }

  /** How many documents are not searched, or not to their end. */
  get unsearched(): number {
    return this.inside ? (this.silent.value ?? []).reduce((sum, { documents }) => sum + documents, 0) : 0;
  }

  /** Asks from time to time whether the search that was made finds everything by now, and then makes it again. Gives what ends it. */
  awaitRest(): () => void {
    const timer = setInterval(async () => {
      const asked = this.rows.started;
      const page = await this.page(null, 1).catch(() => null);
      if (page && !page.lacks && asked === this.rows.started) await this.refilter();
    }, REST);
    return () => clearInterval(timer);
  }

  /** How many of the further filters let not everything through. */
  get further(): number {
    return Object.keys(FURTHER).filter((name) => this.filter[name as keyof typeof FURTHER].trim() !== "").length;
  }

  /** Takes the further filters away. */
  clearFurther(): void {
    Object.assign(this.filter, FURTHER);
    void this.refilter();
  }

  // INVARIANT: the list is asked for from its first row by `#ask` alone, and for one of two reasons. `renew`: what is shown may have
  // become another, and nothing else is looked for; whatever is chosen stays. `refilter`: something else is looked for, in another
  // order or place; what that does not find is chosen no longer.

  /** Called when the screen is shown: a document may have been taken from this officer since, or marked otherwise. */
  async start(): Promise<void> {
    void this.dossiers.load(everyDossier);
    await this.renew();
  }

  /** Asks again for the list and for the document chosen, which keeps the cursor, as a row that is under it and not chosen does. */
  async renew(): Promise<void> {
    const id = this.chosen;
    if (id !== null) this.#look(id);
    await this.#ask(this.rows.at(this.cursor)?.id ?? null);
  }

  /** The document that is chosen keeps the cursor, wherever it stands now. One that a search does not find is chosen no longer: what
   * is next to the list, with its way to open it, is of the list. */
  override async refilter(): Promise<void> {
    await this.#ask(null);
    const { rows } = this;
    const all = rows.ready && !rows.busy && !rows.problem && !rows.more && !rows.lacks;
    if (this.cursor < 0 && this.filter.query.trim() !== "" && all) this.choose(null);
  }

  /** The cursor stands on what is chosen then, by a person who did not wait for the list, else on `under`. */
  async #ask(under: string | null): Promise<void> {
    await this.restart();
    const id = this.chosen ?? under;
    this.cursor = id === null ? -1 : this.rows.find((row) => row.id === id);
  }

  /** Puts the cursor on a row; the document follows when the cursor rests there. */
  moveTo(index: number, follow: boolean): void {
    this.point(index);
    clearTimeout(this.#moving);
    if (!follow) return;
    this.#moving = setTimeout(() => {
      const row = this.rows.at(this.cursor);
      if (row) this.choose(row.id);
    }, 90);
  }

  tick(id: string): void {
    this.ticked = this.ticked.includes(id) ? this.ticked.filter((other) => other !== id) : [...this.ticked, id];
  }

  choose(id: string | null): void {
    if (id !== this.chosen) this.like.clear();
    clearTimeout(this.#moving);
    if (id === this.chosen && (this.document.value?.id === id || this.document.busy)) return;
    this.chosen = id;
    if (id === null) this.document.clear();
    else this.#look(id);
  }

  #look(id: string): void {
    this.#shown = this.document.load(() => api.document(id));
  }

  /** Whether the document that is chosen is one that this officer may open, once that is known; no, where another is chosen meanwhile. */
  async mayOpen(id: string): Promise<boolean> {
    await this.#shown;
    if (this.chosen !== id) return false;
    const { value, problem } = this.document;
    // What could not be asked is asked with the motive, and answered there.
    return value?.id === id ? value.explanation.permitted : problem !== null;
  }
}
