import { api, type DocumentRow, type Problem, type Reason } from "$ipc";
import { session } from "$lib/session.svelte";

/** So many that were opened last are shown. */
const RECENT = 5;
const FOUND = 7;

/** Documents that *Go to…* offers: those that were opened last while nothing is typed, and those that are looked for. */
export class PaletteDocuments {
  recent = $state.raw<DocumentRow[]>([]);
  found = $state.raw<DocumentRow[]>([]);
  lacks = $state.raw<Reason | null>(null);
  /** Why the ones or the others could not be asked for. */
  unasked = $state.raw<{ what: "recent" | "documents"; problem: Problem } | null>(null);
  /** How often each was asked for: a later question makes an earlier answer void. */
  readonly #asked = { recent: 0, documents: 0 };

  async last(): Promise<void> {
    const rows = await this.#ask("recent", () => api.openedDocuments(RECENT));
    if (rows) this.recent = rows;
  }

  async find(query: string): Promise<void> {
    const page = await this.#ask("documents", () => api.documents({ query, level: null, dossier: null, limit: FOUND, after: null }));
    if (page) [this.found, this.lacks] = [page.rows, page.lacks ?? null];
  }

  /** Nothing is looked for any more. */
  clear(): void {
    this.#asked.documents += 1;
    this.#nothing("documents");
  }

  close(): void {
    this.#asked.recent += 1;
    this.#nothing("recent");
    this.clear();
  }

  /** Null where it failed, or something else was asked for meanwhile. */
  async #ask<T>(what: "recent" | "documents", ask: () => Promise<T>): Promise<T | null> {
    const mine = ++this.#asked[what];
    try {
      const answer = await ask();
      if (mine !== this.#asked[what]) return null;
      if (this.unasked?.what === what) this.unasked = null;
      return answer;
    } catch (thrown) {
      const problem = session.caught(thrown);
      if (mine !== this.#asked[what]) return null;
      this.#nothing(what);
      this.unasked = { what, problem };
      return null;
    }
  }

  #nothing(what: "recent" | "documents"): void {
    if (what === "recent") this.recent = [];
    else [this.found, this.lacks] = [[], null];
    if (this.unasked?.what === what) this.unasked = null;
  }
}
