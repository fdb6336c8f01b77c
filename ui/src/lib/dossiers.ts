import type { DossierView } from "$ipc";

/** What names a dossier in a call: its id, or its key where this officer knows several of that id. */
export const callOf = ({ id, key }: DossierView, known: readonly DossierView[]): string => (known.filter((one) => one.id === id).length > 1 ? key : id);

/** Dossiers to choose from. */
export const dossierOptions = (known: readonly DossierView[]): { value: string; label: string; hint: string; closed: boolean }[] =>
  known.map((one) => ({ value: callOf(one, known), label: one.id, hint: one.title, closed: one.closed }));
