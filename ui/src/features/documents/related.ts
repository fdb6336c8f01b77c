// The order of what a document is to others.
import type { RelatedView, Sort } from "$ipc";
import { rank } from "$lib/levels";
import { inOrder } from "$lib/sort";

/** `said`: what the one is to the other, as it is called. */
export function relationsInOrder(relations: readonly RelatedView[], sort: Sort, said: (related: RelatedView) => string): RelatedView[] {
  const value = (related: RelatedView) => {
    switch (sort.by) {
      case "level":
        return rank(related.document.banner.level);
      case "title":
        return related.document.title || null;
      case "reference":
        return related.document.reference;
      default:
        return said(related);
    }
  };
  return inOrder(relations, value, sort.descending);
}
