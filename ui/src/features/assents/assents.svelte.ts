import { api, type AssentView } from "$ipc";
import { FilteredList } from "$lib/filtered-list.svelte";
import type { Page } from "$lib/rows.svelte";

/** Nobody's yes would count any more: it was decided otherwise, or who asked may not ask. */
export const over = ({ why_not }: AssentView): boolean => why_not.some(({ code }) => code === "request_stale" || code === "requester_not_in_charge");

/** What waits for the yes of others. */
export class Assents extends FilteredList<Record<string, never>, AssentView> {
  constructor() {
    super({});
  }

  protected override page(after: string | null, limit: number): Promise<Page<AssentView>> {
    return api.assents({ about: null, limit, after });
  }

  load(): Promise<void> {
    return this.rows.restart();
  }
}
