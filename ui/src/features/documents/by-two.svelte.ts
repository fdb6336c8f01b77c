import type { DocumentView, SecondOfficer } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { Second } from "$lib/second.svelte";

/** Something that is done to a document in a dialog: by two, where two open it. */
export abstract class ByTwo {
  /** What the dialog is about; null when none is open. */
  document = $state.raw<DocumentView | null>(null);
  /** Who does it as well, where two open the document. */
  readonly second = new Second();
  readonly act = new Act();
  /** Counts what was done, so that lists and the document know when to ask again. */
  done = $state(0);

  /** Opens the dialog. */
  protected start(document: DocumentView): void {
    this.act.problem = null;
    this.document = document;
    if (document.sealed) this.second.ask();
  }

  /** Whether two open it, and so two do it. */
  get two(): boolean {
    return this.document?.sealed ?? false;
  }

  close(): void {
    this.second.forget();
    this.document = null;
  }

  /** What came of it; null where it was not done. */
  protected async carryOut<R>(act: (second: SecondOfficer | null) => Promise<R>): Promise<R | null> {
    let result = null as R | null;
    const second = this.two ? this.second.said : null;
    const done = await this.act.run(async () => { result = await act(second); });
    this.second.passphrase = "";
    if (!done) return null;
    this.done += 1;
    this.close();
    return result;
  }
}
