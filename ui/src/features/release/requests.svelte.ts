import { api, type Reason, type ReleaseView } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";

/** The requests that this officer may see. */
export class Requests {
  /** What the last request is warned of. */
  warnings = $state.raw<readonly Reason[]>([]);
  /** Which half of the screen is open. */
  tab = $state<string>("prepare");
  /** The request whose documents are being read: its panel comes back after them. */
  reading = $state.raw<string | null>(null);
  readonly all = new Loaded<ReleaseView[]>();

  load(): Promise<void> {
    return this.all.load(() => api.releases());
  }

  /** How many wait for this officer. */
  get mine(): number {
    return this.all.value?.filter(({ may_approve }) => may_approve).length ?? 0;
  }
}
