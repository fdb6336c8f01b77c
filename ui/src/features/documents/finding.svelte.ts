import { api, type FoundInDocument, type FoundPlace } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";

/** From so many characters on, what stands around a place may have been cut in the middle of a word: Rust takes 40. */
const CUT_FROM = 36;

/** What stands before a place, begun with a whole word. */
export function opens(before: string): string {
  const space = before.search(/\s/);
  return before.length < CUT_FROM || space < 0 ? before : `… ${before.slice(space).trimStart()}`;
}

/** What stands after it, ended with a whole word. */
export function closes(after: string): string {
  const end = /^(.*)\s\S*$/s.exec(after)?.[1];
  return after.length < CUT_FROM || end === undefined ? after : `${end.trimEnd()} …`;
}

/** Looking for something in the document that is open: what is looked for, where it stands, and which place one is at. One goes from
 * place to place, over the text first and the heads and feet of pages last. */
export class Finding {
  shown = $state(false);
  looked = $state("");
  /** Index of the place one is at among those at which it stands. */
  at = $state(0);
  readonly found = new Loaded<FoundInDocument>();
  /** What the answer is to, and how many questions there were. */
  #asked = "";
  #questions = $state(0);
  readonly #handle: () => string;

  constructor(handle: () => string) {
    this.#handle = handle;
  }

  get here(): FoundPlace | undefined {
    return this.found.value?.places[this.at];
  }

  /** The page one is at, from 1. */
  get page(): number | undefined {
    return this.here?.page;
  }

  /** All pages on which it stands. */
  get pages(): ReadonlySet<number> {
    return new Set(this.shown ? (this.found.value?.pages ?? []).map(({ page }) => page) : []);
  }

  /** The number of the question of which the answer is marked on the pages; 0 where nothing is. */
  get marked(): number {
    return this.shown && (this.found.value?.pages.length ?? 0) > 0 ? this.#questions : 0;
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
      const count = this.found.value?.places.length ?? 0;
      if (count > 0) this.at = (this.at + by + count) % count;
      return;
    }
    this.#asked = looked;
    this.#questions += 1;
    this.at = 0;
    await this.found.load(() => api.findInDocument(this.#handle(), looked));
  }

  forget(): void {
    // Nothing is looked for any more, nor marked: whatever still goes on ends.
    if (this.#asked !== "") void api.findInDocument(this.#handle(), "").catch(() => undefined);
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
