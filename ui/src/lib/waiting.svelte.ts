import { api, type Waiting } from "$ipc";
import { Loaded } from "./loaded.svelte";
import type { Screen } from "./route.svelte";
import { t } from "./words.svelte";

/** Asked again this often while nobody goes anywhere. */
const AGAIN_MS = 60_000;

/** What waits for this officer, by the screen where it is done. */
export class Waits {
  readonly all = new Loaded<Waiting>();

  load(): Promise<void> {
    return this.all.load(() => api.waiting());
  }

  /** Asks now and again, until the function that it gives back is called. */
  follow(also: () => void): () => void {
    const ticking = setInterval(() => {
      void this.load();
      also();
    }, AGAIN_MS);
    return () => clearInterval(ticking);
  }

  /** How much waits on a screen. */
  on(screen: Screen): number {
    return this.#parts(screen).reduce((sum, [, n]) => sum + n, 0);
  }

  /** The same in words: `2 to approve, 1 to write`. */
  said(screen: Screen): string {
    return this.#parts(screen)
      .filter(([, n]) => n > 0)
      .map(([what, n]) => t(`ui-waiting-${what}`, { n }))
      .join(", ");
  }

  #parts(screen: Screen): [string, number][] {
    const waiting = this.all.value;
    if (!waiting) return [];
    switch (screen) {
      case "release":
        return [["approve", waiting.releasesToDecide], ["write", waiting.packagesToWrite]];
      case "partners":
        return [["confirm", waiting.partnersToConfirm]];
      case "calendar":
        return [["decide", waiting.termsDue]];
      case "clearances":
        return [["renew", waiting.renewalsDue]];
      case "documents":
      case "document":
      case "file":
      case "dossiers":
      case "log":
        return [];
    }
  }
}
