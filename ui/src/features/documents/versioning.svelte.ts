import { api, type DocumentView, type Offered, type OfferedFile, type VersionResult } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";
import { Second } from "$lib/second.svelte";

/** Filing another version of a document. Gone with the lock. */
export class Versioning {
  /** What the dialog is about; null when none is open. */
  document = $state.raw<DocumentView | null>(null);
  /** The new file. */
  file = $state.raw<OfferedFile | null>(null);
  /** Of several that were picked or dropped, one was taken. */
  several = $state(false);
  why = $state("");
  /** Who files it as well, where two open the document. */
  readonly second = new Second();
  readonly act = new Act();
  /** Counts what was filed, so that lists know when to ask again. */
  done = $state(0);

  begin(document: DocumentView): void {
    this.#forget();
    this.why = "";
    this.act.problem = null;
    this.document = document;
    if (document.sealed) this.second.ask();
  }

  /** Whether two open it, and so two file its version. */
  get two(): boolean {
    return this.document?.sealed ?? false;
  }

  close(): void {
    this.#forget();
    this.second.forget();
    this.document = null;
  }

  /** Takes the first of what was picked or dropped; the others are forgotten, and so is the one before. */
  take({ files }: Offered): void {
    const [first, ...others] = files;
    void this.#drop(others);
    if (!first) return;
    this.#forget();
    this.file = first;
    this.several = others.length > 0;
  }

  async pick(): Promise<void> {
    await this.act.run(async () => this.take(await api.pickVersion()));
  }

  #forget(): void {
    if (this.file) void this.#drop([this.file]);
    this.file = null;
    this.several = false;
  }

  async #drop(files: OfferedFile[]): Promise<void> {
    if (files.length > 0) await api.forgetFiles(files.map(({ handle }) => handle)).catch(() => undefined);
  }

  /** What came of it; null where it was not done. */
  async submit(): Promise<VersionResult | null> {
    const [id, file] = [this.document?.id, this.file?.handle];
    if (id === undefined || file === undefined || !filled(this.why) || (this.two && !this.second.ready)) return null;
    let result = null as VersionResult | null;
    const second = this.two ? this.second.said : null;
    const done = await this.act.run(async () => { result = await api.fileVersion(id, file, this.why.trim(), second); });
    this.second.passphrase = "";
    if (!done) return null;
    this.file = null;
    this.done += 1;
    this.close();
    return result;
  }
}
