/** Rows drawn above and below what is visible, so that a quick scroll does not show blanks. */
const MARGIN = 12;
/** Engines clamp an element's height near 33.5 million pixels: what lies beyond is reached by searching. */
export const TALLEST = 33_000_000;

/** Which rows of `count`, each `height` pixels high, to draw in a view of `room` pixels scrolled to `top`. `last` is excluded. */
export function drawn(top: number, room: number, height: number, count: number): { first: number; last: number } {
  const first = Math.max(0, Math.floor(top / height) - MARGIN);
  const last = Math.min(count, Math.ceil((top + room) / height) + MARGIN);
  return { first: Math.min(first, last), last };
}

/** Where to scroll so that row `index` can be seen below a head of `head` pixels; `top` itself where it can be already. */
export function revealed(index: number, top: number, room: number, height: number, head: number): number {
  const from = index * height;
  const visible = room - head;
  if (from < top) return from;
  if (from + height > top + visible) return from + height - visible;
  return top;
}
