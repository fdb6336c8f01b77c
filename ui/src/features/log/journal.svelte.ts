import { api, type LogFilter, type LogRow, type OfficerView, type Verified, type Wholeness, type WrittenLog } from "$ipc";
import { Act, Loaded } from "$lib/loaded.svelte";
import { idOf } from "$lib/references";
import { Rows } from "$lib/rows.svelte";

/** The log as this officer may read it. */
export class Journal {
  officer = $state("");
  act = $state("");
  since = $state("");
  until = $state("");
  /** A reference or an identifier. */
  document = $state("");
  cursor = $state(-1);
  readonly rows = new Rows<LogRow>(async (after, limit) => api.log(await this.#filter(after, limit)));
  readonly verified = new Loaded<Verified>();
  readonly wholeness = new Loaded<Wholeness>();
  readonly officers = new Loaded<OfficerView[]>();
  readonly writing = new Act();
  #typing: ReturnType<typeof setTimeout> | undefined;

  async start(): Promise<void> {
    if (!this.officers.value) void this.officers.load(() => api.officers());
    void this.lookAtWholeness();
    await this.rows.restart();
  }

  /** When the log was last whole: it is verified beside other work. */
  lookAtWholeness(): Promise<void> {
    return this.wholeness.load(() => api.wholeness());
  }

  async refilter(): Promise<void> {
    clearTimeout(this.#typing);
    this.cursor = -1;
    await this.rows.restart();
  }

  typed(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.refilter(), 250);
  }

  get filtered(): boolean {
    return this.officer !== "" || this.act !== "" || this.since !== "" || this.until !== "" || this.document.trim() !== "";
  }

  clear(): void {
    this.officer = this.act = this.since = this.until = this.document = "";
    void this.refilter();
  }

  async verify(): Promise<void> {
    await this.verified.load(() => api.verifyLog());
    await this.lookAtWholeness();
  }

  /** Writes what is listed into a file; null when the officer thought better of it, or when it failed. */
  async export(): Promise<WrittenLog | null> {
    let written: WrittenLog | null = null;
    await this.writing.run(async () => {
      written = await api.exportLog(await this.#filter(null, 0));
    });
    return written;
  }

  async #filter(after: string | null, limit: number): Promise<LogFilter> {
    const asked = this.document.trim();
    return {
      officer: this.officer || null,
      doc: asked ? await idOf(asked) : null,
      action: this.act || null,
      since: this.since || null,
      until: this.until || null,
      after,
      limit,
    };
  }
}
