// Whether the program was opened on a vault, and what else it can do.
import { api, type FirstStart } from "$ipc";
import { preferences } from "./preferences.svelte";
import { session } from "./session.svelte";

class Beginning {
  /** What is to be chosen first, where the program was opened on no vault. */
  first = $state.raw<FirstStart | null>(null);
  mayPublish = $state(false);

  async start(): Promise<void> {
    const known = await api.beginning().catch(() => null);
    this.mayPublish = known?.may_publish ?? false;
    if (known?.first) {
      await preferences.begin(known.first);
      this.first = known.first;
    } else await session.start();
  }
}

export const beginning = new Beginning();
