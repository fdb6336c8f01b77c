// Lists are sorted by their columns: long ones by Rust, short ones here.
import type { List, Sort, SortBy } from "$ipc";
import { preferences } from "./preferences.svelte";
import { words } from "./words.svelte";

/** What a person expects first of a column: the latest day, the highest level; names from A. */
const DESCENDING: ReadonlySet<SortBy> = new Set<SortBy>(["filed", "date", "level", "members"]);

/** The order after a click on the heading of a column. */
export function turned(now: Sort | null, by: SortBy): Sort {
  return { by, descending: now?.by === by ? !now.descending : DESCENDING.has(by) };
}

/** What the heading of a column says of the order that the rows are in. */
export const direction = (now: Sort | null, by: SortBy): "ascending" | "descending" | "none" =>
  now?.by !== by ? "none" : now.descending ? "descending" : "ascending";

/** The order in which a list is shown, and `otherwise` until somebody has chosen one. */
export const orderOf = (list: List, otherwise: Sort): Sort => preferences.sort(list) ?? otherwise;

/** An order as Rust is asked for it: `title`, `date:desc`. */
export const asked = ({ by, descending }: Sort): string => (descending ? `${by}:desc` : by);

/** The same, read again. */
export function sortOf(asked: string): Sort {
  const [by, end] = asked.split(":");
  return { by: by as SortBy, descending: end === "desc" };
}

export type SortValue = string | number | null;

/** The same rows in an order. What has no value comes last, whichever end is first; what is alike stays as it was. */
export function inOrder<R>(rows: readonly R[], value: (row: R) => SortValue, descending: boolean): R[] {
  const collator = new Intl.Collator(words.locale, { numeric: true, sensitivity: "base", ignorePunctuation: true });
  const compare = (a: SortValue, b: SortValue): number => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const order = typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
    return descending ? -order : order;
  };
  return rows
    .map((row, index) => ({ row, index, key: value(row) }))
    .sort((a, b) => compare(a.key, b.key) || a.index - b.index)
    .map(({ row }) => row);
}
