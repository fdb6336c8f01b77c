import { api, type Found, type FoundPage } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";

/** Looking for something in the document that is open: what is looked for, where it stands, and which place one is at. */
export class Finding {
  shown = $state(false);
  looked = $state("");
  /** Index of the page one is at among those on which it stands. */
  at = $state(0);
  readonly found = new Loaded<Found>();
  /** What the answer is to. */
  #asked = "";
  readonly #handle: () => string;

  constructor(handle: () => string) {
    this.#handle = handle;
  }

  get here(): FoundPage | undefined {
    return this.found.value?.pages[this.at];
  }

  /** The page one is at, from 1. */
  get page(): number | undefined {
    return this.here?.page;
  }

  /** All pages on which it stands. */
  get pages(): ReadonlySet<number> {
    return new Set(this.shown ? (this.found.value?.pages ?? []).map(({ page }) => page) : []);
  }

  /** Whether what is typed was asked for and answered. */
  get answered(): boolean {
    return this.found.value !== null && this.looked.trim() === this.#asked;
  }

  /** Asks; asked for the same again, goes to the next place, or the one before. */
  async look(by: 1 | -1): Promise<void> {
    const looked = this.looked.trim();
    if (looked === "") return this.forget();
    if (this.answered) {
      const count = this.found.value?.pages.length ?? 0;
      if (count > 0) this.at = (this.at + by + count) % count;
      return;
    }
    this.#asked = looked;
    this.at = 0;
    await this.found.load(() => api.findInDocument(this.#handle(), looked));
  }

  forget(): void {
    this.#asked = "";
    this.at = 0;
    this.found.clear();
  }

  close(): void {
    this.shown = false;
    this.looked = "";
    this.forget();
  }
}
