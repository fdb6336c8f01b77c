import { api, type AssentView } from "$ipc";
import { FilteredList } from "$lib/filtered-list.svelte";
import type { Page } from "$lib/rows.svelte";

/** What waits for the yes of others. */
export class Assents extends FilteredList<Record<string, never>, AssentView> {
  constructor() {
    super({});
  }

  protected override page(after: string | null, limit: number): Promise<Page<AssentView>> {
    return api.assents({ limit, after });
  }

  load(): Promise<void> {
    return this.rows.restart();
  }
}
