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

/** Where a page stands in what is scrolled, in CSS pixels. */
export type Sheet = { start: number; height: number };
/** A place in the document: the page, from 1, and how far down it, from 0 to 1. */
export type Place = { page: number; share: number };

/** The place that stands `at` so far down; the gap below a page belongs to it. */
export function placeInView(sheets: readonly Sheet[], at: number): Place {
  let page = 1;
  for (const [index, { start }] of sheets.entries()) if (start <= at) page = index + 1;
  const sheet = sheets[page - 1];
  const share = sheet && sheet.height > 0 ? (at - sheet.start) / sheet.height : 0;
  return { page, share: Math.min(1, Math.max(0, share)) };
}

/** How far down a place stands. */
export function topOfPlace(sheets: readonly Sheet[], { page, share }: Place): number {
  const sheet = sheets[page - 1];
  return sheet ? sheet.start + share * sheet.height : 0;
}
