// A long list that Rust hands out in keyset pages, shown as if it were all here.
import type { Problem, Reason } from "$ipc";
import { session } from "./session.svelte";

export type Page<R> = { rows: R[]; next: string | null; total?: number; lacks?: Reason | null };
export type AskPage<R> = (after: string | null, limit: number) => Promise<Page<R>>;

/** Rows a page. Large enough to walk 100,000 rows in 200 questions, small enough for one to take milliseconds. */
export const PAGE = 500;
/** Pages kept at most; a page that was dropped is asked for again by its cursor, which is never dropped. */
export const KEPT = 24;
/** Room for rows to come, where nobody says how many there are. */
const TO_COME = 8;


/**
 * Pages may differ in length: the log gives whole entries only.
 *
 * INVARIANT: `#cursors[p]` is what must be passed as `after` to obtain page `p`, and `#starts[p]` is the index of its first
 * row; both are known for every page from 0 to one beyond the furthest walked. What lies beyond is reached by walking,
 * for a keyset has no way to skip.
 */
export class Rows<R> {
  problem = $state.raw<Problem | null>(null);
  /** False until the first page is there. */
  ready = $state(false);
  /** Pages are being fetched. */
  busy = $state(false);
  /** Why rows may be missing that match, if they may. */
  lacks = $state.raw<Reason | null>(null);
  /** How often the list was begun again. */
  started = $state(0);
  #total = $state<number | null>(null);
  #known = $state(0);
  #ended = $state(false);
  #changed = $state(0);

  readonly #ask: AskPage<R>;
  #pages = new Map<number, R[]>();
  #cursors: (string | null)[] = [null];
  #starts: number[] = [0];
  #wanted: [number, number] = [0, 0];
  #run = 0;

  constructor(ask: AskPage<R>) {
    this.#ask = ask;
  }

  /** How many rows to make room for: all of them when Rust says, else those walked and a few to come. */
  get count(): number {
    if (this.#ended) return this.#known;
    return this.#total ?? (this.ready ? this.#known + TO_COME : 0);
  }

  /** Whether `count` is how many there are, and not only room for them. */
  get counted(): boolean {
    return this.#ended || this.#total !== null;
  }

  get empty(): boolean {
    return this.ready && this.count === 0;
  }

  /** The row at `index`, or undefined while it is not here. */
  at(index: number): R | undefined {
    void this.#changed;
    const page = this.#pageOf(index);
    return page === null ? undefined : this.#pages.get(page)?.[index - (this.#starts[page] ?? 0)];
  }

  /** The rows that are here: of a list that is shown as far as somebody walked. */
  get here(): R[] {
    void this.#changed;
    return [...this.#pages.keys()].sort((a, b) => a - b).flatMap((page) => this.#pages.get(page) ?? []);
  }

  /** Whether there is more than was walked. */
  get more(): boolean {
    return this.ready && !this.#ended;
  }

  /** Walks one page further. */
  further(): Promise<void> {
    return this.show(0, this.#known);
  }

  /** The index of the first row that is here and is wanted, else -1. Asks for nothing. */
  find(wanted: (row: R) => boolean): number {
    void this.#changed;
    for (const [page, rows] of this.#pages) {
      const at = rows.findIndex(wanted);
      if (at >= 0) return (this.#starts[page] ?? 0) + at;
    }
    return -1;
  }

  /** Starts again from the first row. What is shown stays until the first page has come. */
  async restart(): Promise<void> {
    const run = ++this.#run;
    this.busy = true;
    try {
      const first = await this.#ask(null, PAGE);
      if (run !== this.#run) return;
      this.#pages = new Map();
      this.#cursors = [null];
      this.#starts = [0];
      this.#known = 0;
      this.#ended = false;
      this.#wanted = [0, 0];
      this.lacks = first.lacks ?? null;
      this.#keep(0, first);
      this.problem = null;
      this.ready = true;
      this.started += 1;
    } catch (thrown) {
      if (run === this.#run) this.problem = session.caught(thrown);
    } finally {
      if (run === this.#run) this.busy = false;
    }
  }

  /** Makes sure that the rows from `first` to `last` come, walking to them where need be. */
  async show(first: number, last: number): Promise<void> {
    this.#wanted = [Math.max(0, first), Math.max(0, last)];
    if (this.busy || !this.ready || this.problem || this.#next() === null) return;
    const run = this.#run;
    this.busy = true;
    try {
      for (let page = this.#next(); page !== null; page = this.#next()) {
        const got = await this.#ask(this.#cursors[page] ?? null, PAGE);
        if (run !== this.#run) return;
        this.#keep(page, got);
      }
    } catch (thrown) {
      if (run !== this.#run) return;
      const problem = session.caught(thrown);
      // What the last page ended at has gone meanwhile: the rows are others now, and are read from their start.
      if (problem.code === "list_changed") await this.restart();
      else this.problem = problem;
    } finally {
      if (run === this.#run) this.busy = false;
    }
  }

  /** The page that holds the row, or null when nobody has walked there yet. */
  #pageOf(index: number): number | null {
    if (index >= this.#known) return null;
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The page to ask for now: a wanted one that was dropped, else the next one on the way to what is wanted. */
  #next(): number | null {
    const [first, last] = this.#wanted;
    const from = this.#pageOf(first);
    const to = this.#pageOf(last);
    if (from !== null) {
      for (let page = from; page <= (to ?? this.#starts.length - 1); page += 1) {
        if (page < this.#cursors.length && !this.#pages.has(page)) return page;
      }
    }
    return to === null && !this.#ended ? this.#cursors.length - 1 : null;
  }

  #keep(page: number, got: Page<R>): void {
    this.#pages.set(page, got.rows);
    if (got.total !== undefined) this.#total = got.total;
    const end = (this.#starts[page] ?? 0) + got.rows.length;
    this.#known = Math.max(this.#known, end);
    if (got.next === null) this.#ended = true;
    else if (page + 1 === this.#cursors.length) {
      this.#cursors.push(got.next);
      this.#starts.push(end);
    }
    this.#forgetFar();
    this.#changed += 1;
  }

  #forgetFar(): void {
    if (this.#pages.size <= KEPT) return;
    const from = this.#pageOf(this.#wanted[0]) ?? this.#starts.length - 1;
    const to = this.#pageOf(this.#wanted[1]) ?? this.#starts.length - 1;
    const distance = (page: number) => (page < from ? from - page : page > to ? page - to : 0);
    const far = [...this.#pages.keys()].sort((a, b) => distance(b) - distance(a));
    for (const page of far.slice(0, this.#pages.size - KEPT)) if (distance(page) > 1) this.#pages.delete(page);
  }
}
