import { fold as plain } from "$lib/fold";

/** The officers who fit what is typed: those whose name begins so first, then those who have it anywhere. */
export function fitting(officers: readonly string[], typed: string): string[] {
  const wanted = plain(typed);
  if (wanted === "") return [...officers];
  const begin = officers.filter((id) => plain(id).startsWith(wanted));
  return [...begin, ...officers.filter((id) => !begin.includes(id) && plain(id).includes(wanted))];
}

/** The one officer who is called so, or the only one whose name begins so. */
export function named(officers: readonly string[], typed: string): string | null {
  const wanted = plain(typed);
  if (wanted === "") return null;
  const called = officers.filter((id) => plain(id) === wanted);
  const begin = called.length > 0 ? called : officers.filter((id) => plain(id).startsWith(wanted));
  return begin.length === 1 ? (begin[0] ?? null) : null;
}
