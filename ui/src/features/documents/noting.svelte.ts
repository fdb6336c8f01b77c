import { api, type DocumentView } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";

/** Writing a note on a document. Gone with the lock. */
export class Noting {
  /** What the dialog is about; null when none is open. */
  document = $state.raw<DocumentView | null>(null);
  text = $state("");
  readonly act = new Act();
  /** Counts what was written, so that lists know when to ask again. */
  done = $state(0);

  begin(document: DocumentView): void {
    this.text = "";
    this.act.problem = null;
    this.document = document;
  }

  close(): void {
    this.document = null;
    this.text = "";
  }

  async submit(): Promise<boolean> {
    const id = this.document?.id;
    if (id === undefined || !filled(this.text)) return false;
    if (!(await this.act.run(() => api.noteDocument(id, this.text.trim())))) return false;
    this.done += 1;
    this.close();
    return true;
  }
}
