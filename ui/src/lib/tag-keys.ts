/** The tags of the policies that ship, with the key of their name in the catalogues. */
const KNOWN = {
  Administrative: "tag-administrative",
  Context: "tag-context",
  Handling: "tag-handling",
  Only: "tag-only",
  "Releasable To": "tag-releasable-to",
  "Special Category Designators": "tag-special-category-designators",
} as const;

/** The key of what a tag of a policy is called; none of a tag of another policy. */
export function tagKey(tag: string): (typeof KNOWN)[keyof typeof KNOWN] | null {
  return Object.hasOwn(KNOWN, tag) ? KNOWN[tag as keyof typeof KNOWN] : null;
}
