import { api, type CorrectionResult, type DocumentView, type RelatedView } from "$ipc";
import { filled } from "$lib/missing";
import { ByTwo } from "./by-two.svelte";

/** What a document can be to another. Words: `relation-<this>`. */
export const RELATIONS = ["answers", "cancels", "replaces", "attachment"] as const;

/** Saying what a document is to another. Gone with the lock. */
export class Relating extends ByTwo {
  /** Empty until somebody chose: what it is to another, nobody can know for him. */
  relation = $state("");
  /** The other one: its id, and how the dialog names it. */
  to = $state.raw<{ id: string; name: string } | null>(null);
  why = $state("");
  /** Of what two open, whose relations nobody sees alone: it is to be taken away. */
  removes = $state(false);
  /** What is to be taken away; null when nothing is. */
  removed = $state.raw<RelatedView | null>(null);

  begin(document: DocumentView): void {
    this.relation = "";
    this.to = null;
    this.why = "";
    this.removes = false;
    this.start(document);
  }

  get ready(): boolean {
    return this.document !== null && this.relation !== "" && this.to !== null && filled(this.why) && (!this.two || this.second.ready);
  }

  /** What came of it; null where it was not done. */
  async submit(): Promise<CorrectionResult | null> {
    const { document, to, relation } = this;
    if (document === null || to === null || !this.ready) return null;
    const say = this.removes ? api.unrelateDocument : api.relateDocument;
    return this.carryOut((second) => say(document.id, to.id, relation, this.why.trim(), second));
  }

  async remove(document: string, related: RelatedView, why: string): Promise<void> {
    await api.unrelateDocument(document, related.document.id, related.relation, why, null);
    this.done += 1;
  }
}
