import { api, type DossierView, type OfficerView } from "$ipc";
import { SortedList } from "$lib/filtered-list.svelte";
import { contains } from "$lib/fold";
import { Loaded } from "$lib/loaded.svelte";
import { type Page, pageOf } from "$lib/rows.svelte";
import { inOrder, type SortValue } from "$lib/sort";

/** The dossiers of this officer: what is looked for, in what order, which one is chosen. */
export class Dossiers extends SortedList<{ query: string }, DossierView> {
  /** Those that take documents are what one looks for; closed ones are found when they are asked for. */
  which = $state<"open" | "closed" | "all">("open");
  chosen = $state<string | null>(null);
  readonly all = new Loaded<DossierView[]>();
  readonly officers = new Loaded<OfficerView[]>();

  constructor() {
    super("dossiers", { by: "reference", descending: false }, { query: "" });
  }

  protected override async page(after: string | null): Promise<Page<DossierView>> {
    return pageOf(this.found, after);
  }

  /** Those that are looked for, in order. */
  get found(): DossierView[] {
    const { by, descending } = this.sort;
    const value = (one: DossierView): SortValue => (by === "title" ? one.title : by === "members" ? one.members.length : by === "name" ? one.lead : one.id);
    const wanted = (this.all.value ?? []).filter(({ id, title, closed }) => (this.which === "all" || closed === (this.which === "closed")) && contains(`${id} ${title}`, this.filter.query));
    return inOrder(wanted, value, descending);
  }

  get dossier(): DossierView | undefined {
    return this.all.value?.find(({ id }) => id === this.chosen);
  }

  async load(): Promise<void> {
    void this.officers.load(() => api.officers());
    await this.all.load(() => api.dossiers());
    await this.refilter();
  }

  /** The dossier that is chosen keeps the cursor, wherever it stands now. */
  override async refilter(): Promise<void> {
    await this.restart();
    this.cursor = this.rows.find(({ id }) => id === this.chosen);
  }

  /** Puts the cursor on a row; `choose` makes it the one that is shown. */
  moveTo(index: number, choose: boolean): void {
    this.point(index);
    const row = this.rows.at(this.cursor);
    if (choose && row) this.chosen = row.id;
  }
}
