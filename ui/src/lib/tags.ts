import { tagKey } from "./tag-keys";
import { t } from "./words.svelte";

/** What a tag of a policy is called in the reader's language; a tag of another policy keeps its own name. */
export function tagName(tag: string): string {
  const key = tagKey(tag);
  return key ? t(key) : tag;
}
