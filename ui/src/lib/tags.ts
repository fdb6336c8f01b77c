import { t } from "./words.svelte";

/** The tags of the policies that ship, with the key of their name in the catalogues. */
const KNOWN = {
  Administrative: "tag-administrative",
  Context: "tag-context",
  Handling: "tag-handling",
  Only: "tag-only",
  "Releasable To": "tag-releasable-to",
  "Special Category Designators": "tag-special-category-designators",
} as const;

/** What a tag of a policy is called in the reader's language; a tag of another policy keeps its own name. */
export function tagName(tag: string): string {
  return Object.hasOwn(KNOWN, tag) ? t(KNOWN[tag as keyof typeof KNOWN]) : tag;
}
