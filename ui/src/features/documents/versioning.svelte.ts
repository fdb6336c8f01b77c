import { api, type DocumentView, type Offered, type OfferedFile, type VersionResult } from "$ipc";
import { filled } from "$lib/missing";
import { ByTwo } from "./by-two.svelte";

/** Filing another version of a document. Gone with the lock. */
export class Versioning extends ByTwo {
  /** The new file. */
  file = $state.raw<OfferedFile | null>(null);
  /** Of several that were picked or dropped, one was taken. */
  several = $state(false);
  why = $state("");

  begin(document: DocumentView): void {
    this.#forget();
    this.why = "";
    this.start(document);
  }

  override close(): void {
    this.#forget();
    super.close();
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
    return this.carryOut(async (second) => {
      const filed = await api.fileVersion(id, file, this.why.trim(), second);
      // It is filed: there is nothing to forget.
      this.file = null;
      return filed;
    });
  }
}
