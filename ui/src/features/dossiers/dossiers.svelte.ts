import { api, type DossierView, type OfficerView, type Sort } from "$ipc";
import { contains } from "$lib/fold";
import { Loaded } from "$lib/loaded.svelte";
import { localRows } from "$lib/local-rows.svelte";
import { preferences } from "$lib/preferences.svelte";
import { inOrder, orderOf, type SortValue } from "$lib/sort";

/** The dossiers of this officer: what is looked for, in what order, which one is chosen. */
export class Dossiers {
  query = $state("");
  /** Those that take documents are what one looks for; closed ones are found when they are asked for. */
  which = $state<"open" | "closed" | "all">("open");
  cursor = $state(-1);
  chosen = $state<string | null>(null);
  readonly all = new Loaded<DossierView[]>();
  readonly officers = new Loaded<OfficerView[]>();
  readonly rows = localRows<DossierView>(() => this.found);

  get sort(): Sort {
    return orderOf("dossiers", { by: "reference", descending: false });
  }

  /** Those that are looked for, in order. */
  get found(): DossierView[] {
    const { by, descending } = this.sort;
    const value = (one: DossierView): SortValue => (by === "title" ? one.title : by === "members" ? one.members.length : by === "name" ? one.lead : one.id);
    const wanted = (this.all.value ?? []).filter(({ id, title, closed }) => (this.which === "all" || closed === (this.which === "closed")) && contains(`${id} ${title}`, this.query));
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

  async refilter(): Promise<void> {
    await this.rows.restart();
    this.cursor = this.rows.find(({ id }) => id === this.chosen);
  }

  order(sort: Sort): void {
    preferences.order("dossiers", sort);
    void this.refilter();
  }

  /** Puts the cursor on a row; `choose` makes it the one that is shown. */
  moveTo(index: number, choose: boolean): void {
    this.cursor = Math.max(0, Math.min(this.rows.count - 1, index));
    const row = this.rows.at(this.cursor);
    if (choose && row) this.chosen = row.id;
  }
}
