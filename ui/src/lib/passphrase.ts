// What a new passphrase must be. Rust refuses the same.
import { session } from "$lib/session.svelte";
import { t } from "$lib/words.svelte";

/** Why what is typed is too short to be a passphrase, while it is typed; null where it is not, or nothing is typed yet. */
export function tooShort(typed: string): string | null {
  const limit = session.status?.shortest_passphrase ?? 0;
  const length = [...typed.normalize("NFC")].length;
  return length > 0 && length < limit ? t("err-passphrase-short", { limit }) : null;
}
