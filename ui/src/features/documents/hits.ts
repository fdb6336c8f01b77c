/** Letters that are shown before the word: on the first of two lines, so that the word is seen on either. */
const BEFORE = 48;

/** What stands before a word that was found, cut at its beginning, at a word. */
export function beginning(before: string): string {
  const letters = [...before];
  if (letters.length <= BEFORE) return before;
  const kept = letters.slice(-BEFORE).join("");
  return `…${kept.slice(Math.max(0, kept.search(/\s/)))}`;
}
