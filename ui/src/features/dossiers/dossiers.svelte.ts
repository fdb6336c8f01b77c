import { api, type DossierFilter, type DossierOrder, type DossierView, type OfficerView, type UnledDossier } from "$ipc";
import { session } from "$lib/session.svelte";
import { everyOfficer } from "$lib/every";
import { SortedList } from "$lib/filtered-list.svelte";
import { Loaded } from "$lib/loaded.svelte";
import type { Page } from "$lib/rows.svelte";

/** The dossiers of this officer: what is looked for, in what order, which one is chosen. */
export class Dossiers extends SortedList<{ query: string }, DossierView> {
  /** Those that take documents are what one looks for; closed ones are found when they are asked for. */
  which = $state<"open" | "closed" | "all">("open");
  /** Its key: several may have the same id. */
  chosen = $state<string | null>(null);
  /** How many there are in all, whatever is looked for. */
  known = $state(0);
  readonly officers = new Loaded<OfficerView[]>();
  /** Those that nobody leads: for security officers. */
  readonly unled = new Loaded<UnledDossier[]>();
  readonly #opened = new Loaded<DossierView>();

  constructor() {
    super("dossiers", { by: "reference", descending: false }, { query: "" });
  }

  protected override page(after: string | null, limit: number): Promise<Page<DossierView>> {
    const { by, descending } = this.sort;
    const query = this.filter.query.trim() || null;
    return api.dossiers({ query, status: this.which === "all" ? null : this.which, sort: { by: by as DossierOrder, descending }, limit, after });
  }

  /** The one that is chosen: as the list has it, until it is here as it is now. */
  get dossier(): DossierView | undefined {
    const opened = this.#opened.value;
    return opened?.key === this.chosen ? opened : this.rows.at(this.rows.find(({ key }) => key === this.chosen));
  }

  async load(): Promise<void> {
    void this.officers.load(everyOfficer);
    if (session.is("security-officer")) void this.unled.load(() => api.unledDossiers());
    if (this.chosen !== null) this.choose(this.chosen);
    const all: DossierFilter = { query: null, status: null, sort: { by: "reference", descending: false }, limit: 1, after: null };
    const counted = api.dossiers(all).then(({ total }) => (this.known = total)).catch(() => undefined);
    await Promise.all([counted, this.refilter()]);
  }

  /** The dossier that is chosen keeps the cursor, wherever it stands now. */
  override async refilter(): Promise<void> {
    await this.restart();
    this.cursor = this.rows.find(({ key }) => key === this.chosen);
  }

  choose(key: string | null): void {
    this.chosen = key;
    if (key === null) this.#opened.clear();
    else void this.#opened.load(() => api.dossier(key));
  }

  /** Puts the cursor on a row; `choose` makes it the one that is shown. */
  moveTo(index: number, choose: boolean): void {
    this.point(index);
    const row = this.rows.at(this.cursor);
    if (choose && row) this.choose(row.key);
  }
}
