import { api, type LogFilter, type LogHealth, type LogRow, type OfficerView, type Proof, type WrittenLog } from "$ipc";
import { everyOfficer } from "$lib/every";
import { SortedList } from "$lib/filtered-list.svelte";
import { Act, Loaded } from "$lib/loaded.svelte";
import { idOf } from "$lib/references";
import type { Page } from "$lib/rows.svelte";

/** The log as this officer may read it. */
export class LogList extends SortedList<{ officer: string; act: string; since: string; until: string; document: string }, LogRow> {
  readonly verified = new Loaded<Proof>();
  readonly health = new Loaded<LogHealth>();
  readonly officers = new Loaded<OfficerView[]>();
  readonly writing = new Act();
  readonly comparing = new Act();
  /** The file that was written last, where no line met what was asked for. */
  empty = $state<string | null>(null);

  constructor() {
    super("log", { by: "filed", descending: true }, { officer: "", act: "", since: "", until: "", document: "" });
  }

  protected override async page(after: string | null, limit: number): Promise<Page<LogRow>> {
    return api.log(await this.#question(after, limit));
  }

  async start(): Promise<void> {
    if (!this.officers.value) void this.officers.load(everyOfficer);
    void this.lookAtWholeness();
    await this.rows.restart();
  }

  override async refilter(): Promise<void> {
    this.empty = null;
    await super.refilter();
  }

  /** When the log was last whole: it is verified in the background. */
  lookAtWholeness(): Promise<void> {
    return this.health.load(() => api.wholeness());
  }

  async verify(): Promise<void> {
    this.comparing.problem = null;
    await this.verified.load(() => api.verifyLog());
    await this.lookAtWholeness();
  }

  /** Compares the log with a checkpoint that was kept elsewhere. */
  async compare(): Promise<void> {
    await this.comparing.run(async () => {
      const found = await api.compareCheckpoint();
      if (found) await this.verified.load(() => Promise.resolve(found));
    });
    // What was found before says nothing against it.
    if (this.comparing.problem) this.verified.clear();
    await this.lookAtWholeness();
  }

  /** Writes what is listed into a file; null when the officer thought better of it, or when it failed. */
  async export(): Promise<WrittenLog | null> {
    let written: WrittenLog | null = null;
    this.empty = null;
    await this.writing.run(async () => {
      written = await api.exportLog(await this.#question(null, 0));
      if (written?.rows === 0) this.empty = written.name;
    });
    return written;
  }

  async #question(after: string | null, limit: number): Promise<LogFilter> {
    const { officer, act, since, until, document } = this.filter;
    // A reference or an identifier.
    const asked = document.trim();
    return {
      officer: officer || null,
      document: asked ? await idOf(asked) : null,
      action: act || null,
      since: since || null,
      until: until || null,
      oldest_first: !this.sort.descending,
      after,
      limit,
    };
  }
}
