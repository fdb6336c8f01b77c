import { PAGE, Rows } from "./rows.svelte";

/** A list that is here as a whole, shown as long lists are. `all` is asked whenever the list is begun anew. */
export function localRows<R>(all: () => readonly R[]): Rows<R> {
  return new Rows<R>(async (after) => {
    const rows = all();
    const from = Number(after ?? 0);
    const end = Math.min(rows.length, from + PAGE);
    return { rows: rows.slice(from, end), next: end < rows.length ? String(end) : null, total: rows.length };
  });
}
