// What a form still lacks, by the names of its fields.
import { t } from "./words.svelte";

/** The names of what is not there yet: of each field its label, whether it holds what it must, and what it holds otherwise: who has
 * typed something there is not told that it is missing, but that it is to be corrected. In quotes, as they are read in a sentence and
 * are written to stand alone. */
export const missing = (...fields: readonly (readonly [label: string, there: boolean, typed?: string])[]): string[] =>
  fields.filter(([, there]) => !there).map(([label, , typed = ""]) => t(typed === "" ? "ui-file-missing-field" : "ui-file-missing-wrong", { label }));

/** What is lacking, and has no field of that name: said in words. */
export const lacking = (...all: readonly (readonly [what: string, there: boolean])[]): string[] =>
  all.filter(([, there]) => !there).map(([what]) => what);

/** Something other than blanks. */
export const filled = (text: string): boolean => text.trim() !== "";
