import { api, type DocumentView } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";

/** Withdrawing what should not have been filed. Gone with the lock. */
export class Withdrawing {
  /** What the dialog is about; null when none is open. */
  document = $state.raw<DocumentView | null>(null);
  why = $state("");
  readonly act = new Act();
  /** Counts what was withdrawn or asked for, so that lists know when to ask again. */
  done = $state(0);

  begin(document: DocumentView): void {
    this.why = "";
    this.act.problem = null;
    this.document = document;
  }

  close(): void {
    this.document = null;
  }

  /** Whether it waits for somebody's yes now, or is done; null where neither is so. */
  async submit(): Promise<"waits" | "done" | null> {
    const id = this.document?.id;
    if (id === undefined || !filled(this.why)) return null;
    let request = null as string | null;
    if (!(await this.act.run(async () => { request = await api.withdrawDocument(id, this.why.trim()); }))) return null;
    this.done += 1;
    this.close();
    return request === null ? "done" : "waits";
  }
}
