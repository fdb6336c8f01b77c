import { api, type DecisionPreview, type DecisionTaken, type DocumentView, type Interest, type MarkingDraft, type Nature, type NewDecision, type OfficerView, type TermStatus } from "$ipc";
import { dayOf, lastDayAfterYears } from "$lib/days";
import { Marking, valuesOf } from "./marking.svelte";
import { Act, Loaded } from "$lib/loaded.svelte";
import { isMotive } from "$lib/motive";

/** What an officer sets out to do; whether it lowers or raises shows from the marking chosen. */
export type Intent = "change" | "maintain" | "declassify";
/** The decisions that may be taken of a document: what is to be declassified by law is not maintained. */
export const offered = (state: TermStatus): Intent[] => (state === "expired" ? ["declassify", "change"] : ["declassify", "change", "maintain"]);
export type DecisionLacks = "second" | "intent" | "marking" | "change" | "interest" | "motive" | "review" | "dates";

/** Refusals that the consent of the originating authority can lift. */
const CONSENT = /^(consent_|not_originating_authority)/;
/** A maintained classification is looked at again within so many years. */
const REVIEW_YEARS = 10;

/** A decision about a marking in the making. Gone with the lock: it is about one document, which may have moved. */
export class Deciding {
  /** What the dialog is about; null when none is open. */
  document = $state.raw<DocumentView | null>(null);
  /** What is to be decided; null until the officer has said so. */
  intent = $state<Intent | null>("change");
  /** The dialog was opened without saying what is to be decided. */
  open = $state(false);
  interest = $state<Interest | "">("");
  motive = $state("");
  nextReview = $state("");
  authority = $state("");
  reference = $state("");
  /** Of the second officer, where two open the document: typed, and never kept. */
  second = $state("");
  passphrase = $state("");
  from = $state("");
  until = $state("");
  /** Something is typed for one of the days that is none. */
  reviewTyped = $state(false);
  fromTyped = $state(false);
  untilTyped = $state(false);
  readonly marking = new Marking();
  readonly about = new Loaded<DocumentView>();
  readonly examined = new Loaded<DecisionPreview>();
  /** Who may be the second of two. */
  readonly officers = new Loaded<OfficerView[]>();
  readonly act = new Act();
  /** Counts decisions, so that lists know when to ask again. */
  taken = $state(0);
  /** The answer to the last decision: the new reference, and who must be told. */
  done = $state.raw<DecisionTaken | null>(null);

  /** Opens the dialog for a document; without an intent it is asked for first. */
  async begin(id: string, intent: Intent | null): Promise<void> {
    this.intent = intent;
    this.open = intent === null;
    this.interest = "";
    this.motive = this.authority = this.reference = this.from = this.until = this.second = this.passphrase = "";
    this.nextReview = lastDayAfterYears(dayOf(new Date()), REVIEW_YEARS);
    this.reviewTyped = this.fromTyped = this.untilTyped = false;
    this.act.problem = null;
    this.done = null;
    this.examined.clear();
    this.marking.clear();
    await this.about.load(() => api.document(id));
    const document = this.about.value;
    this.document = document;
    if (!document) return;
    const { policy } = document.marking;
    if (policy !== this.marking.policy) await this.marking.usePolicy(policy);
    else await this.marking.start();
    if (intent !== null) this.#prepare(intent);
  }

  /** The officer says what is to be decided. */
  choose(intent: Intent): void {
    if (intent === this.intent) return;
    this.intent = intent;
    this.interest = "";
    this.examined.clear();
    this.#prepare(intent);
  }

  /** The marking that a decision starts from. */
  #prepare(intent: Intent): void {
    if (!this.document) return;
    if (intent === "declassify") {
      this.marking.level = this.marking.options.value?.levels.find(({ level }) => level === "unclassified")?.name ?? "";
      this.marking.chosen = {};
      this.marking.review = "";
      return;
    }
    const { classification, categories, review } = this.document.marking;
    this.marking.chosen = valuesOf(categories);
    this.marking.review = review ?? "";
    this.marking.level = classification;
  }

  close(): void {
    this.document = null;
    this.second = this.passphrase = "";
    this.about.clear();
    this.examined.clear();
  }

  /** The marking that it would have; null where it stays as it is. */
  get to(): MarkingDraft | null {
    return this.intent === "maintain" ? null : this.marking.draft;
  }

  /** Two open the document, by the marking that it has or by the one that it would have. */
  get two(): boolean {
    const to = this.to?.categories.some(({ tag, values }) => tag === "Handling" && values.includes("DUAL")) ?? false;
    return (this.document?.sealed ?? false) || to;
  }

  get draft(): NewDecision {
    const consent = this.authority.trim() !== "" && this.reference.trim() !== "";
    return {
      interest: this.interest || null,
      motive: this.motive.trim(),
      next_review: this.intent === "maintain" ? this.nextReview || null : null,
      consent: consent
        ? { authority: this.authority.trim(), reference: this.reference.trim(), from: this.from || null, until: this.until || null }
        : null,
    };
  }

  /** What it comes to: known once examined. */
  get nature(): Nature | null {
    return this.examined.value?.nature ?? null;
  }

  /** A consent is asked for where one could help, or where one is being entered. */
  get wantsConsent(): boolean {
    const reasons = this.examined.value?.explanation.reasons ?? [];
    return reasons.some(({ code }) => CONSENT.test(code)) || this.authority !== "" || this.reference !== "";
  }

  /** Whether an interest of article 3 must be named. */
  get wantsInterest(): boolean {
    // What two open, only they know: that an interest is lacking, they are told when they decide.
    if (this.document?.sealed) return this.intent !== "declassify";
    return this.intent === "maintain" || (this.nature !== null && this.nature !== "declassify" && this.nature !== "remark");
  }

  /** The day of review is not after today, or later than the law has it. Without one Rust takes the latest. */
  get reviewWrong(): boolean {
    const today = dayOf(new Date());
    const latest = `${Number(today.slice(0, 4)) + REVIEW_YEARS}${today.slice(4)}`;
    return this.nextReview !== "" && (this.nextReview <= today || this.nextReview > latest);
  }

  get datesWrong(): boolean {
    return this.from !== "" && this.until !== "" && this.until < this.from;
  }

  get missing(): DecisionLacks[] {
    const missing: DecisionLacks[] = [];
    if (this.intent === null) return ["intent"];
    if (this.intent !== "maintain" && this.marking.level === "") missing.push("marking");
    else if (this.intent === "change" && this.examined.value?.changes.length === 0) missing.push("change");
    if (this.wantsInterest && this.interest === "" && (this.intent === "maintain" || !this.document?.sealed)) missing.push("interest");
    if (!isMotive(this.motive)) missing.push("motive");
    if (this.intent === "maintain" && (this.reviewTyped || this.reviewWrong)) missing.push("review");
    if (this.wantsConsent && (this.fromTyped || this.untilTyped || this.datesWrong)) missing.push("dates");
    if (this.two && (this.second === "" || this.passphrase === "")) missing.push("second");
    return missing;
  }

  get ready(): boolean {
    if (this.document?.sealed) return this.missing.length === 0;
    return this.missing.length === 0 && this.examined.value?.explanation.permitted === true;
  }

  async examine(): Promise<void> {
    const { document, to, draft } = this;
    // What cannot be a day is said next to its field; Rust would say it of the whole.
    if (!document || document.sealed || this.intent === null || this.datesWrong || (this.intent === "maintain" && this.reviewWrong) || to?.classification === "") this.examined.clear();
    else await this.examined.load(() => api.examineReclassify(document.id, to, draft));
  }

  /** Decides, records, does. */
  async submit(): Promise<DecisionTaken | null> {
    // What was changed a moment ago is examined first: no press of the button is lost meanwhile.
    if (this.document && !this.document.sealed && this.missing.length === 0) await this.examine();
    const { document, to, draft } = this;
    if (!document || !this.ready) return null;
    let taken: DecisionTaken | null = null;
    const went = await this.act.run(async () => {
      taken = await api.reclassify(document.id, to, draft, this.two ? { officer: this.second, passphrase: this.passphrase } : null);
    });
    this.passphrase = "";
    if (!went) return null;
    this.taken += 1;
    this.done = taken;
    return taken;
  }
}
