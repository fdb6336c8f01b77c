/** How long a motive is, in characters, wherever one is given. Rust refuses others (`vault::MOTIVE`; a test holds both together). */
export const MOTIVE = { least: 10, most: 2000 } as const;

/** Whether what is typed says enough: counted as Rust counts, white space once and what cannot be seen not at all. */
export const isMotive = (typed: string): boolean => {
  const visible = typed.replace(/[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu, " ");
  const { length } = [...visible.replace(/\s+/g, " ").trim()];
  return length >= MOTIVE.least && length <= MOTIVE.most;
};
