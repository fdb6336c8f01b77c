import type { Problem } from "$ipc";
import { session } from "./session.svelte";

/** One answer from Rust: not yet, there, or failed. A later question makes an earlier answer void. */
export class Loaded<T> {
  value = $state.raw<T | null>(null);
  problem = $state.raw<Problem | null>(null);
  busy = $state(false);
  #asked = 0;

  async load(ask: () => Promise<T>): Promise<void> {
    const mine = ++this.#asked;
    this.busy = true;
    try {
      const value = await ask();
      if (mine !== this.#asked) return;
      this.value = value;
      this.problem = null;
    } catch (thrown) {
      if (mine !== this.#asked) return;
      this.problem = session.caught(thrown);
    } finally {
      if (mine === this.#asked) this.busy = false;
    }
  }

  clear(): void {
    this.#asked += 1;
    this.value = null;
    this.problem = null;
    this.busy = false;
  }
}

/** One act that may fail: busy while it runs, and the problem it ended with. */
export class Act {
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);

  /** True when it went well. Never runs twice at a time. */
  async run(act: () => Promise<unknown>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    try {
      await act();
      session.acted += 1;
      return true;
    } catch (thrown) {
      this.problem = session.caught(thrown);
      return false;
    } finally {
      this.busy = false;
      // A token had its say while it went on.
      session.tokenSays = "";
    }
  }
}
