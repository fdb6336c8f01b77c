import type { List, Sort } from "$ipc";
import { preferences } from "./preferences.svelte";
import { type Page, Rows } from "./rows.svelte";
import { orderOf } from "./sort";

/** Milliseconds without a key after which what was typed is asked for. */
const PAUSE = 250;

/**
 * A filtered, paged list: its filters, the row under the cursor. A feature says how a page is asked for.
 *
 * INVARIANT: every question is asked with the filter of its own moment; `rows` drops the answer to an older one.
 */
export abstract class FilteredList<F extends Record<string, string>, R> {
  /** What is looked for; an empty filter lets everything through. */
  readonly filter: F;
  /** Index of the row under the cursor, or -1. */
  cursor = $state(-1);
  readonly rows = new Rows<R>((after, limit) => this.page(after, limit));
  readonly #blank: Readonly<F>;
  readonly #pause: number;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** `blank` is the filter that lets everything through. */
  constructor(blank: Readonly<F>, pause = PAUSE) {
    this.filter = $state({ ...blank });
    this.#blank = blank;
    this.#pause = pause;
  }

  protected abstract page(after: string | null, limit: number): Promise<Page<R>>;

  /** Whether something is filtered out. */
  get filtered(): boolean {
    return Object.values(this.filter).some((text) => text.trim() !== "");
  }

  /** Asks again from the first row. No row has the cursor then. */
  async refilter(): Promise<void> {
    this.cursor = -1;
    await this.restart();
  }

  /** A filter is being typed: asks once the keys pause. */
  typed(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.refilter(), this.#pause);
  }

  /** Takes every filter away. */
  clear(): void {
    Object.assign(this.filter, this.#blank);
    void this.refilter();
  }

  /** Asks again from the first row, and leaves the cursor to the caller. */
  protected async restart(): Promise<void> {
    clearTimeout(this.#typing);
    await this.rows.restart();
  }

  /** Puts the cursor on the row at `index`, or on the nearest one that there is. */
  protected point(index: number): void {
    this.cursor = Math.max(0, Math.min(this.rows.count - 1, index));
  }
}

/** The same, sorted by its columns. The order is kept under the name of the list, also for a later session. */
export abstract class SortedList<F extends Record<string, string>, R> extends FilteredList<F, R> {
  readonly #list: List;
  readonly #otherwise: Sort;

  /** `otherwise` is the order until somebody has chosen one. */
  constructor(list: List, otherwise: Sort, blank: Readonly<F>, pause = PAUSE) {
    super(blank, pause);
    this.#list = list;
    this.#otherwise = otherwise;
  }

  get sort(): Sort {
    return orderOf(this.#list, this.#otherwise);
  }

  order(sort: Sort): void {
    preferences.order(this.#list, sort);
    void this.refilter();
  }
}

/** The keys of the field in which a list is searched: the arrow and Enter go on to its rows, by `enter`, and Escape empties the field. */
export function keyInSearch(event: KeyboardEvent, list: { filter: { query: string }; refilter(): Promise<void> }, enter: () => void): void {
  if (event.key === "ArrowDown" || event.key === "Enter") {
    event.preventDefault();
    enter();
  } else if (event.key === "Escape" && list.filter.query) {
    event.stopPropagation();
    list.filter.query = "";
    void list.refilter();
  }
}
