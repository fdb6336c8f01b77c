// Whether documents are for an officer's function, in words.
import type { FunctionView } from "$ipc";
import { t, words } from "$lib/words.svelte";

/** In one line; outside it, with what he is authorised to. */
export function standing({ outside, policies, authority, reference, until }: FunctionView): string {
  if (!outside) return t("ui-function-within");
  if (until === null) return t("ui-function-outside");
  return t("ui-function-authorised", { policies: policies.join(", "), until: words.day(until), authority: authority ?? "—", reference: reference ?? "—" });
}
