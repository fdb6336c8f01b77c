// How words are compared where a list is filtered in the page: the same as in Rust (`label::fold`), by which the register
// is searched. `cœur`, `Straße`, `ĳzer` and `Łódź` are found by `coeur`, `strasse`, `ijzer` and `lodz`, and these by those.

/** Letters that Unicode does not take apart. */
const LETTERS: Record<string, string> = {
  æ: "ae", œ: "oe", ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n", ŧ: "t", ĸ: "k",
  "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "′": "'",
  "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
};
const ACCENTS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/gu;
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;

/** Lower case, accents off, letters that stand for two written as two, runs of white space as one space. */
export function fold(text: string): string {
  const plain = text.replace(UNSEEN, "").toLowerCase().normalize("NFKD").replace(ACCENTS, "").toLowerCase();
  return [...plain].map((letter) => LETTERS[letter] ?? letter).join("").replace(/\s+/g, " ").trim();
}

/** Whether there is anything in a text that can be looked for, or nothing is asked at all. */
export function searchable(text: string): boolean {
  return text.trim() === "" || /[\p{Alphabetic}\p{N}]/u.test(fold(text));
}

/** Whether each word that is looked for stands somewhere in the text. */
export function contains(text: string, looked: string): boolean {
  const folded = fold(text);
  return fold(looked)
    .split(" ")
    .every((word) => folded.includes(word));
}
