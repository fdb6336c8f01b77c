import { api, type AssentOrder, type AssentView, type Sort } from "$ipc";
import { SortedList } from "$lib/filtered-list.svelte";
import type { Page } from "$lib/rows.svelte";

/** Nobody's yes would count any more: it was decided otherwise, or who asked may not ask. */
export const over = ({ why_not }: AssentView): boolean => why_not.some(({ code }) => code === "request_stale" || code === "requester_not_in_charge");

/** One's own to answer first, then the longest first. */
export const ASSENTS_ORDER: Sort = { by: "status", descending: false };

/** What waits for the yes of others. */
export class Assents extends SortedList<Record<string, never>, AssentView> {
  constructor() {
    super("assents", ASSENTS_ORDER, {});
  }

  protected override page(after: string | null, limit: number): Promise<Page<AssentView>> {
    const { by, descending } = this.sort;
    return api.assents({ about: null, sort: { by: by as AssentOrder, descending }, limit, after });
  }

  load(): Promise<void> {
    return this.rows.restart();
  }
}
