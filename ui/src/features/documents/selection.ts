// Which words of a page are selected. The browser's own selection is never used: it would put the text where other programs read it.

import type { WordView } from "$ipc";

/** From which word to which, by number; the first is where the selection began. */
export type Span = { anchor: number; focus: number };
/** A place on the picture of a page: shares of its width and height. */
export type Point = { x: number; y: number };

/** Whether a word is within. */
export function within(span: Span, nth: number): boolean {
  return nth >= Math.min(span.anchor, span.focus) && nth <= Math.max(span.anchor, span.focus);
}

const outside = (at: number, from: number, to: number) => Math.max(from - at, 0, at - to);

/** The number of the word at a place, or of the nearest: in the same line before in another. Null where the page has none. */
export function wordAt(words: readonly WordView[], { x, y }: Point): number | null {
  let nearest: WordView | null = null;
  let least = Infinity;
  for (const word of words) {
    const away = outside(y, word.top, word.bottom) * 20 + outside(x, word.left, word.right);
    if (away < least) [nearest, least] = [word, away];
  }
  return nearest?.nth ?? null;
}

/** All words of a page. */
export function everything(words: readonly WordView[]): Span | null {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { anchor: first.nth, focus: last.nth } : null;
}

const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const;
type Arrow = (typeof ARROWS)[number];

export const isArrow = (key: string): key is Arrow => ARROWS.some((arrow) => arrow === key);

/** The selection after an arrow with Shift: by a word, or to the word above or below. */
export function extended(words: readonly WordView[], span: Span | null, key: Arrow): Span | null {
  const all = everything(words);
  if (!all) return null;
  if (!span) return { anchor: all.anchor, focus: all.anchor };
  const to = (focus: number) => ({ anchor: span.anchor, focus: Math.max(all.anchor, Math.min(all.focus, focus)) });
  if (key === "ArrowLeft") return to(span.focus - 1);
  if (key === "ArrowRight") return to(span.focus + 1);
  const here = words.find((word) => word.nth === span.focus);
  if (!here) return span;
  const middle = (here.left + here.right) / 2;
  const down = key === "ArrowDown";
  // Lines that are set close overlap a little.
  const half = (here.bottom - here.top) / 2;
  const beyond = words.filter((word) => (down ? word.top > here.top + half : word.bottom < here.bottom - half));
  const edge = beyond.reduce((best, word) => (down ? Math.min(best, word.top) : Math.max(best, word.bottom)), down ? Infinity : -Infinity);
  const line = beyond.filter((word) => (down ? word.top < edge + half : word.bottom > edge - half));
  return to(wordAt(line, { x: middle, y: edge }) ?? (down ? all.focus : all.anchor));
}

/** From which byte of the text of the page to which. */
export function bytes(words: readonly WordView[], span: Span): { begin: number; end: number } | null {
  const chosen = words.filter((word) => within(span, word.nth));
  const [first, last] = [chosen[0], chosen.at(-1)];
  return first && last ? { begin: first.begin, end: last.end } : null;
}
