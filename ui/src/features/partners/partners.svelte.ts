import { api, type PartnerOrder, type PartnerView, type Sort } from "$ipc";
import { SortedList } from "$lib/filtered-list.svelte";
import type { Page } from "$lib/rows.svelte";

/** By identifier, until somebody has chosen another order. */
export const PARTNERS_ORDER: Sort = { by: "reference", descending: false };

/** The partners, as their own screen lists them: as far as somebody walked. */
export class PartnerCards extends SortedList<Record<string, never>, PartnerView> {
  constructor() {
    super("partners", PARTNERS_ORDER, {});
  }

  protected override page(after: string | null, limit: number): Promise<Page<PartnerView>> {
    const { by, descending } = this.sort;
    return api.partners({ query: null, sort: { by: by as PartnerOrder, descending }, limit, after });
  }

  load(): Promise<void> {
    return this.rows.restart();
  }
}
