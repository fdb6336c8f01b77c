// How wide a page is asked for, and which page is in view.

/** What `page://` accepts. */
const LEAST = 64;
const MOST = 4096;
/** Widths are rounded up to this, so that a window being resized does not ask for every pixel. */
const STEP = 64;

/** Pixels to ask for, for a page shown `css` pixels wide on a screen with `ratio` device pixels each. */
export function pixels(css: number, ratio: number): number {
  const exact = Math.ceil((css * ratio) / STEP) * STEP;
  return Math.min(MOST, Math.max(LEAST, exact));
}

export const ZOOMS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The next larger (`+1`) or smaller (`-1`) zoom; the same at either end. */
export function zoomStep(now: number, by: 1 | -1): number {
  const others = by > 0 ? ZOOMS.filter((zoom) => zoom > now + 0.01) : ZOOMS.filter((zoom) => zoom < now - 0.01).reverse();
  return others[0] ?? now;
}

/** Height by width of a page of this shape after so many quarters. */
export function turned(ratio: number, quarters: number): number {
  return quarters % 2 === 0 || ratio === 0 ? ratio : 1 / ratio;
}

/** How wide a page of this shape may be so that all of it is in view, with its strips. */
export function wholePage(ratio: number, room: number, height: number): number {
  return ratio > 0 ? Math.max(160, Math.min(room, (height - STRIPS) / ratio)) : room;
}

/** Pixels of the strips above and below a page. */
const STRIPS = 72;

/** The page (from 1) that covers the middle of a view of `height` scrolled to `top`, where page `i` begins at `starts[i]`. */
export function pageInView(starts: readonly number[], top: number, height: number): number {
  const middle = top + height / 2;
  let page = 1;
  for (const [index, start] of starts.entries()) if (start <= middle) page = index + 1;
  return page;
}
