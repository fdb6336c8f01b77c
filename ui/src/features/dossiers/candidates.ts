// Whom the dialogs of a dossier offer: nobody who would be refused.
import type { MemberView } from "$ipc";

export type Choice = { value: string; label: string; hint: string };
/** Who asks, and whether he keeps the lists of others: then he is on none by his own hand. */
export type Asking = { me: string | undefined; keeps: boolean };

/** Who may lead a new dossier. */
export const leads = (officers: readonly Choice[], { me, keeps }: Asking): Choice[] => officers.filter(({ value }) => !(keeps && value === me));

/** Who may stand in for its lead; without one, who makes it leads it. */
export const deputies = (officers: readonly Choice[], asking: Asking, lead: string): Choice[] => leads(officers, asking).filter(({ value }) => value !== (lead || asking.me));

/** Who may be put on its list: another, who is not on it. */
export const joining = (officers: readonly Choice[], me: string | undefined, members: readonly MemberView[]): Choice[] =>
  officers.filter(({ value }) => value !== me && !members.some(({ officer }) => officer === value));
