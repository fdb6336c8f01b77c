import { api, type DocumentView, type OpenedView, type PrintedView, type PrinterView } from "$ipc";
import { Act, Loaded } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";

/** How many copies are printed at a time. Rust refuses more. */
export const COPIES = 99;

/** Copies on paper of the document that is open. Gone with the lock. */
export class Printing {
  /** What the dialog is about; null when none is open. */
  asking = $state.raw<{ document: DocumentView; opened: OpenedView } | null>(null);
  printer = $state("");
  first = $state("");
  last = $state("");
  copies = $state("");
  purpose = $state("");
  readonly printers = new Loaded<PrinterView[]>();
  readonly act = new Act();

  begin(document: DocumentView, opened: OpenedView): void {
    this.act.problem = null;
    this.printer = this.purpose = "";
    this.first = this.copies = "1";
    this.last = String(opened.pages);
    this.asking = { document, opened };
    void this.printers.load(() => api.printers());
  }

  close(): void {
    this.asking = null;
    this.purpose = "";
  }

  /** Whether these pages are there. */
  get arePages(): boolean {
    const [first, last] = [whole(this.first), whole(this.last)];
    return first !== null && last !== null && first <= last && last <= (this.asking?.opened.pages ?? 0);
  }

  get areCopies(): boolean {
    return (whole(this.copies) ?? COPIES + 1) <= COPIES;
  }

  /** What the printer took; null where it was not printed. */
  async submit(): Promise<PrintedView | null> {
    const handle = this.asking?.opened.handle;
    const [first, last, copies] = [whole(this.first), whole(this.last), whole(this.copies)];
    if (handle === undefined || first === null || last === null || copies === null) return null;
    if (this.printer === "" || !this.arePages || !this.areCopies || !filled(this.purpose)) return null;
    let printed = null as PrintedView | null;
    const order = { printer: this.printer, first, last, copies, purpose: this.purpose.trim() };
    if (await this.act.run(async () => { printed = await api.printDocument(handle, order); })) this.close();
    return printed;
  }
}

/** A number from 1, as typed; null where it is none. */
function whole(typed: string): number | null {
  return /^[1-9]\d{0,5}$/.test(typed.trim()) ? Number(typed.trim()) : null;
}
