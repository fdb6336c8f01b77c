// What a form still lacks, by the names of its fields.

/** The names of what is not there yet: of each field its label, and whether it holds what it must. */
export const missing = (...fields: readonly (readonly [label: string, there: boolean])[]): string[] =>
  fields.filter(([, there]) => !there).map(([label]) => label);

/** Something other than blanks. */
export const filled = (text: string): boolean => text.trim() !== "";
