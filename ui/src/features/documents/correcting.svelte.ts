import { api, type Correction, type CorrectionResult, type DocumentView, type DossierView, type Reason } from "$ipc";
import { dossierOptions } from "$lib/dossiers";
import { everyDossier } from "$lib/every";
import { Loaded } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";
import { ByTwo } from "./by-two.svelte";

/** Putting right what is written of a document. Gone with the lock: titles are as classified as what they name. */
export class Correcting extends ByTwo {
  title = $state("");
  subject = $state("");
  originator = $state("");
  /** The reference of its paper original. */
  paper = $state("");
  /** `2026-11-22`, or empty where none is typed, or what is no day. */
  date = $state("");
  /** The dossier that it belongs into, as a call names it; that it is in already says nothing. */
  dossier = $state("");
  why = $state("");
  readonly dossiers = new Loaded<DossierView[]>();

  /** Opens the dialog with what is written now. */
  begin(document: DocumentView): void {
    this.title = document.title;
    this.subject = document.subject;
    this.originator = document.originator;
    // Nobody sees alone what two open: what is left empty stays.
    this.date = document.sealed ? "" : document.date;
    this.paper = document.paper;
    this.dossier = document.dossier;
    this.why = "";
    this.start(document);
    void this.dossiers.load(everyDossier);
  }

  /** Why this officer does not put right something of it that the others may; null where he does. */
  fixed(field: "originator" | "date" | "dossier"): Reason | null {
    return this.document?.fixed.find((one) => one.field === field)?.why ?? null;
  }

  /** The dossiers to choose among: that it is in, and the open ones. */
  get choices(): { value: string; label: string; hint: string }[] {
    const is = this.document?.dossier ?? "";
    const known = dossierOptions(this.dossiers.value ?? []);
    const present = known.find(({ value }) => value === is) ?? { value: is, label: is, hint: "", closed: false };
    return [present, ...known.filter(({ value, closed }) => !closed && value !== is)];
  }

  /** Whether another dossier is chosen. */
  get moves(): boolean {
    return this.document !== null && this.dossier !== this.document.dossier;
  }

  /** What was changed, and nothing else: who puts right the title says nothing of the date. */
  get correction(): Correction {
    const { document, title, subject, originator, date, paper } = this;
    const changed = (typed: string, was: string | undefined) => (typed === (this.two ? "" : was) ? null : typed);
    return {
      title: changed(title, document?.title),
      subject: changed(subject, document?.subject),
      originator: changed(originator, document?.originator),
      date: changed(date, document?.date),
      paper: changed(paper, document?.paper),
      dossier: this.moves ? this.dossier : null,
      why: this.why.trim(),
    };
  }

  /** Whether something that is written of it is changed. */
  get rewritten(): boolean {
    const { title, subject, originator, date, paper } = this.correction;
    return [title, subject, originator, date, paper].some((one) => one !== null);
  }

  /** Another dossier is an entry of its own. */
  get mixed(): boolean {
    return this.moves && this.rewritten;
  }

  get changed(): boolean {
    return this.moves || this.rewritten;
  }

  get ready(): boolean {
    const whole = this.two ? this.second.ready : filled(this.title) && this.date !== "";
    return this.document !== null && whole && this.changed && !this.mixed && filled(this.why);
  }

  /** What came of it; null where it was not done. */
  async submit(): Promise<CorrectionResult | null> {
    const id = this.document?.id;
    if (id === undefined || !this.ready) return null;
    return this.carryOut((second) => api.correctDocument(id, this.correction, second));
  }
}
