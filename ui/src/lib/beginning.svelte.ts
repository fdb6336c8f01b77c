// Whether the program was opened on a vault, and what else it can do.
import { api, type FirstStart } from "$ipc";
import { session } from "./session.svelte";
import { words } from "./words.svelte";

class Beginning {
  /** What is to be chosen first, where the program was opened on no vault. */
  first = $state.raw<FirstStart | null>(null);
  mayPublish = $state(false);

  async start(): Promise<void> {
    const known = await api.beginning().catch(() => null);
    this.mayPublish = known?.may_publish ?? false;
    if (known?.first) {
      await words.use(known.first.language);
      document.documentElement.lang = words.lang;
      this.first = known.first;
    } else await session.start();
  }
}

export const beginning = new Beginning();
