import { api, type ConsentDraft, type DocumentView, type PartnerView, type Reason, type ReleaseAnswer } from "$ipc";
import { everyPartner } from "$lib/every";
import { Act, Loaded } from "$lib/loaded.svelte";

/** The refusals that a consent can lift. */
const CONSENT = new Set(["consent_missing", "consent_of_another", "consent_of_own", "consent_of_each", "consent_not_yet_valid", "consent_expired"]);

/** What is answered about one document: may go, may not, or may once the consent is entered. */
export type Outcome = "may" | "may-not" | "consent" | "undecided";
export type ReleaseLacks = "partner" | "documents" | "purpose" | "consents" | "refused";

export function outcomeOf(decision: ReleaseAnswer | undefined): Outcome {
  if (!decision) return "undecided";
  if (decision.permitted) return "may";
  return decision.reasons.length > 0 && decision.reasons.every(({ code }) => CONSENT.has(code)) ? "consent" : "may-not";
}

/** A release in the making. Kept over a lock, by Rust, for the same officer alone: only identifiers are, the titles are asked for
 * again, and whether it may go. */
export class Drafting {
  static readonly draft = "release";
  partner = $state("");
  docs = $state<string[]>([]);
  purpose = $state("");
  consents = $state<Record<string, { authority: string; reference: string }>>({});
  views = $state<Record<string, DocumentView>>({});
  readonly decisions = new Loaded<ReleaseAnswer[]>();
  readonly act = new Act();

  get draft() {
    const { partner, docs, purpose, consents } = this;
    return partner === "" && docs.length === 0 && purpose === "" ? null : $state.snapshot({ partner, docs, purpose, consents });
  }

  goOn(draft: NonNullable<Drafting["draft"]>): void {
    Object.assign(this, draft);
  }

  async start(): Promise<void> {
    await Promise.all(this.docs.map((id) => this.#see(id)));
    await this.decide();
  }

  async add(id: string): Promise<void> {
    if (this.docs.includes(id)) return;
    this.consents[id] = { authority: "", reference: "" };
    this.docs = [...this.docs, id];
    await Promise.all([this.#see(id), this.decide()]);
  }

  remove(id: string): void {
    this.docs = this.docs.filter((other) => other !== id);
    void this.decide();
  }

  async decide(): Promise<void> {
    const { partner, docs } = this;
    if (!partner || docs.length === 0) this.decisions.clear();
    else await this.decisions.load(() => api.decideRelease(partner, [...docs]));
  }

  decision(id: string): ReleaseAnswer | undefined {
    return this.decisions.value?.find(({ document }) => document === id);
  }

  get missing(): ReleaseLacks[] {
    const missing: ReleaseLacks[] = [];
    const outcomes = this.docs.map((id) => outcomeOf(this.decision(id)));
    if (!this.partner) missing.push("partner");
    if (this.docs.length === 0) missing.push("documents");
    if (!this.purpose.trim()) missing.push("purpose");
    if (outcomes.includes("may-not")) missing.push("refused");
    const wanting = this.docs.filter((id, index) => outcomes[index] === "consent" && !this.#given(id));
    if (wanting.length > 0) missing.push("consents");
    return missing;
  }

  /** What the officer is warned of, once it is asked for; null when it was not. */
  async request(): Promise<Reason[] | null> {
    const consents = this.docs
      .filter((id) => outcomeOf(this.decision(id)) === "consent")
      .map((id): [string, ConsentDraft] => [id, { from: null, until: null, ...$state.snapshot(this.consents[id] ?? { authority: "", reference: "" }) }]);
    let warnings: Reason[] = [];
    const done = await this.act.run(async () => {
      ({ warnings } = await api.requestRelease(this.partner, [...this.docs], this.purpose.trim(), consents));
    });
    if (!done) return null;
    this.clear();
    return warnings;
  }

  clear(): void {
    this.docs = [];
    this.purpose = "";
    this.consents = {};
    this.views = {};
    this.decisions.clear();
  }

  #given(id: string): boolean {
    const consent = this.consents[id];
    return !!consent?.authority.trim() && !!consent.reference.trim();
  }

  async #see(id: string): Promise<void> {
    const view = await api.document(id).catch(() => null);
    if (view) this.views[id] = view;
    else this.docs = this.docs.filter((other) => other !== id);
  }
}

/** The partners, as several screens need them. */
export class Partners {
  readonly all = new Loaded<PartnerView[]>();

  load(): Promise<void> {
    return this.all.load(everyPartner);
  }

  find(id: string): PartnerView | undefined {
    return this.all.value?.find((partner) => partner.id === id);
  }
}
