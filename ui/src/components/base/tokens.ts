import { fold } from "$lib/fold";
/** Something to choose among many; `why` says why it cannot be chosen now. */
export type Token = { value: string; label: string; why?: string };


/** Those not chosen yet that fit what was typed: a code that begins with it first, then a name that has a word that does. */
export function matching(options: readonly Token[], chosen: readonly string[], typed: string): Token[] {
  const open = options.filter((option) => !chosen.includes(option.value));
  const wanted = fold(typed.trim());
  if (!wanted) return open;
  const byCode = open.filter((option) => fold(option.value).startsWith(wanted));
  const byName = open.filter(
    (option) => !byCode.includes(option) && fold(option.label).split(/[\s-]+/).some((word) => word.startsWith(wanted)),
  );
  return [...byCode, ...byName];
}
