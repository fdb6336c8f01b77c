/** A size between bounds; where there is no room for both, what is least wins. */
export const fitted = (wanted: number, least: number, most: number): number => Math.round(Math.max(least, Math.min(most, wanted)));

/** How far one press of an arrow moves the edge of a pane, in pixels; with Shift. */
export const STEP = 16;
export const LEAP = 64;

/** Where a pane lies, as seen from its edge: to the right of it, below it, or to the left of it. */
export type Side = "right" | "below" | "left";

/** The size of a pane after a key, `null` for the size that it comes with, or undefined when the key means nothing here. */
export function keyed(key: string, shift: boolean, side: Side, size: number, least: number, most: number): number | null | undefined {
  const by = shift ? LEAP : STEP;
  const [larger, smaller] = { right: ["ArrowLeft", "ArrowRight"], below: ["ArrowUp", "ArrowDown"], left: ["ArrowRight", "ArrowLeft"] }[side];
  switch (key) {
    case larger:
      return fitted(size + by, least, most);
    case smaller:
      return fitted(size - by, least, most);
    case "Home":
      return least;
    case "End":
      return Math.max(least, most);
    case "Enter":
      return null;
    default:
      return undefined;
  }
}
