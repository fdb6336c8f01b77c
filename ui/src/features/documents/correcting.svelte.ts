import { api, type Correction, type CorrectionResult, type DocumentView } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";

/** Putting right what is written of a document. Gone with the lock: titles are as classified as what they name. */
export class Correcting {
  /** What the dialog is about; null when none is open. */
  document = $state.raw<DocumentView | null>(null);
  title = $state("");
  subject = $state("");
  originator = $state("");
  /** `2026-11-22`, or empty where none is typed, or what is no day. */
  date = $state("");
  why = $state("");
  readonly act = new Act();
  /** Counts what was put right, so that lists know when to ask again. */
  done = $state(0);

  /** Opens the dialog with what is written now. */
  begin(document: DocumentView): void {
    this.title = document.title;
    this.subject = document.subject;
    this.originator = document.originator;
    this.date = document.date;
    this.why = "";
    this.act.problem = null;
    this.document = document;
  }

  close(): void {
    this.document = null;
  }

  /** What was changed, and nothing else: who puts right the title says nothing of the date. */
  get correction(): Correction {
    const { document, title, subject, originator, date } = this;
    const changed = (typed: string, was: string | undefined) => (typed === was ? null : typed);
    return {
      title: changed(title, document?.title),
      subject: changed(subject, document?.subject),
      originator: changed(originator, document?.originator),
      date: changed(date, document?.date),
      why: this.why.trim(),
    };
  }

  get changed(): boolean {
    const { title, subject, originator, date } = this.correction;
    return [title, subject, originator, date].some((one) => one !== null);
  }

  get ready(): boolean {
    return this.document !== null && filled(this.title) && this.date !== "" && this.changed && filled(this.why);
  }

  /** What came of it; null where it was not done. */
  async submit(): Promise<CorrectionResult | null> {
    const id = this.document?.id;
    if (id === undefined || !this.ready) return null;
    let result = null as CorrectionResult | null;
    if (!(await this.act.run(async () => { result = await api.correctDocument(id, this.correction); }))) return null;
    this.done += 1;
    this.close();
    return result;
  }
}
