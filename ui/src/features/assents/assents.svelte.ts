import { api, type AssentView } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";

/** What waits for the yes of others. */
export class Assents {
  readonly all = new Loaded<AssentView[]>();

  load(): Promise<void> {
    return this.all.load(() => api.assents());
  }
}
