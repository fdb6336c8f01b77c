// On whose consent a decision about a marking rests, in words.
import type { Consent } from "$ipc";
import { t, words } from "$lib/words.svelte";

export const consented = ({ authority, reference, from, until }: Consent): string => {
  const said = { authority, reference, from: words.day(from) };
  return until ? t("ui-decision-consent-until", { ...said, until: words.day(until) }) : t("ui-decision-consent", said);
};
