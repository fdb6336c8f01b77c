import { api, type CorrectionResult, type DocumentView, type RelatedView } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";
import { Second } from "$lib/second.svelte";

/** What a document can be to another. Words: `relation-<this>`. */
export const RELATIONS = ["answers", "cancels", "replaces", "attachment"] as const;

/** Saying what a document is to another. Gone with the lock. */
export class Relating {
  /** What the dialog is about; null when none is open. */
  document = $state.raw<DocumentView | null>(null);
  /** Empty until somebody chose: what it is to another, nobody can know for him. */
  relation = $state("");
  /** The other one: its id, and how the dialog names it. */
  to = $state.raw<{ id: string; name: string } | null>(null);
  why = $state("");
  /** Of what two open, whose relations nobody sees alone: it is to be taken away. */
  removes = $state(false);
  /** Who says it as well, where two open the document. */
  readonly second = new Second();
  /** What is to be taken away; null when nothing is. */
  removed = $state.raw<RelatedView | null>(null);
  readonly act = new Act();
  /** Counts what was entered or taken away, so that the document is asked for again. */
  done = $state(0);

  begin(document: DocumentView): void {
    this.relation = "";
    this.to = null;
    this.why = "";
    this.removes = false;
    this.act.problem = null;
    this.document = document;
    if (document.sealed) this.second.ask();
  }

  /** Whether two open it, and so two say what it is to another. */
  get two(): boolean {
    return this.document?.sealed ?? false;
  }

  close(): void {
    this.second.forget();
    this.document = null;
  }

  get ready(): boolean {
    return this.document !== null && this.relation !== "" && this.to !== null && filled(this.why) && (!this.two || this.second.ready);
  }

  /** What came of it; null where it was not done. */
  async submit(): Promise<CorrectionResult | null> {
    const { document, to, relation } = this;
    if (document === null || to === null || !this.ready) return null;
    let result = null as CorrectionResult | null;
    const second = this.two ? this.second.said : null;
    const say = this.removes ? api.unrelateDocument : api.relateDocument;
    const done = await this.act.run(async () => { result = await say(document.id, to.id, relation, this.why.trim(), second); });
    this.second.passphrase = "";
    if (!done) return null;
    this.done += 1;
    this.close();
    return result;
  }

  async remove(document: string, related: RelatedView, why: string): Promise<void> {
    await api.unrelateDocument(document, related.document.id, related.relation, why, null);
    this.done += 1;
  }
}
