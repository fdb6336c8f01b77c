import type { HeadingView } from "$ipc";

/** The heading under which a page stands: the last one that leads to it or before it; -1 where there is none. */
export function headingAt(outline: readonly HeadingView[], page: number): number {
  let at = -1;
  outline.forEach((heading, index) => {
    if (heading.page !== null && heading.page <= page && heading.page >= (outline[at]?.page ?? 0)) at = index;
  });
  return at;
}

/** Where a key of a list leads from a heading; null where it is none of them. */
export function moved(key: string, from: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1 };
  const to = steps[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}
