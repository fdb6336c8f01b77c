import { api, type LogRow, type OfficerView, type Verified, type Wholeness } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";
import { Rows } from "$lib/rows.svelte";

/** Acts that the log knows. Words: `ui-act-<act>`. */
export const ACTS = [
  "open", "deny", "file", "show", "explain", "unlock", "change-passphrase",
  "derive", "reclassify", "maintain", "notify", "replace-guide", "add-authority", "remove-authority", "replace-authorities",
  "request-release", "approve-release", "refuse-release", "write-release", "wrote-package", "recall-release",
  "grant-clearance", "suspend-clearance", "reinstate-clearance", "withdraw-clearance", "record-briefing",
  "add-officer", "disable-officer", "create-dossier", "add-member", "remove-member",
  "add-partner", "confirm-partner", "record-approval", "make-class", "deposit-key", "deliver-key", "renew-key", "found", "does-not-fit", "unreadable",
] as const;

/** The log as this officer may read it. */
export class Journal {
  officer = $state("");
  act = $state("");
  since = $state("");
  document = $state("");
  cursor = $state(-1);
  readonly rows = new Rows<LogRow>((after, limit) =>
    api.log({
      officer: this.officer || null,
      doc: this.document.trim() || null,
      action: this.act || null,
      since: this.since || null,
      until: null,
      after,
      limit,
    }),
  );
  readonly verified = new Loaded<Verified>();
  readonly wholeness = new Loaded<Wholeness>();
  readonly officers = new Loaded<OfficerView[]>();
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
    return this.officer !== "" || this.act !== "" || this.since !== "" || this.document.trim() !== "";
  }

  clear(): void {
    this.officer = this.act = this.since = this.document = "";
    void this.refilter();
  }

  async verify(): Promise<void> {
    await this.verified.load(() => api.verifyLog());
    await this.lookAtWholeness();
  }
}
