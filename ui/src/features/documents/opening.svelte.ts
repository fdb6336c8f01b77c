import { api, type DocumentRow, type DocumentView, type OfficerView, type OpenedView, type Problem } from "$ipc";
import { everyOfficer } from "$lib/every";
import { Act, Loaded } from "$lib/loaded.svelte";
import { idOf } from "$lib/references";
import { asked as named } from "$lib/titled";
import type { Place, Route } from "$lib/route.svelte";

/** A document that is open, or was refused, and what was asked. Gone with the lock. */
export class Opening {
  /** What the dialog is about; null when no dialog is open. */
  asking = $state.raw<{ id: string; title: string | null; sealed: boolean; version?: number | null; locked?: boolean } | null>(null);
  purpose = $state("");
  /** Of the second officer, where two open it: typed, and never kept. */
  second = $state("");
  passphrase = $state("");
  /** Of the document itself, where it asks for one: typed, and never kept. */
  password = $state("");
  recent = $state.raw<string[]>([]);
  opened = $state.raw<OpenedView | null>(null);
  /** Which document is open. One that was refused has no place to come back to. */
  document = $state<string | undefined>();
  /** Reasons of the last refusal, with what was asked and when; `taken` when it had been open until then. */
  denied = $state.raw<{ asked: string; at: string; problem: Problem; taken: boolean } | null>(null);
  readonly about = new Loaded<DocumentView>();
  /** Who may be the second of two. */
  readonly officers = new Loaded<OfficerView[]>();
  readonly act = new Act();

  /** What is looked for in it once it is open: at which word it was found. */
  looked = $state("");

  /** Files of it that are open by themselves, each within the one before; the last is shown. */
  attachments = $state.raw<readonly { name: string; opened: OpenedView }[]>([]);
  readonly attaching = new Act();
  /** What is shown was left for a file of it. */
  cameBack = $state(false);

  /** What is shown: the document, or a file of it. */
  get shown(): OpenedView | null {
    return this.attachments.at(-1)?.opened ?? this.opened;
  }

  /** Opens a file that what is shown brings with it. `page`: where one comes back to. */
  async attach(number: number, name: string, page: number): Promise<void> {
    const within = this.shown;
    if (!within) return;
    let opened = null as OpenedView | null;
    await this.attaching.run(async () => {
      opened = await api.openAttachment(within.handle, number);
    });
    if (!opened) return;
    // The window went on to something else meanwhile.
    if (this.shown !== within) return void api.closeDocument(opened.handle).catch(() => undefined);
    this.cameBack = false;
    const back = { ...within, page };
    if (this.attachments.length === 0) this.opened = back;
    else this.attachments = [...this.attachments.slice(0, -1), { name: this.attachments.at(-1)?.name ?? "", opened: back }];
    this.attachments = [...this.attachments, { name, opened }];
  }

  /** Back to what the file came with. */
  async detach(): Promise<void> {
    const last = this.attachments.at(-1);
    this.cameBack = last !== undefined;
    this.attachments = this.attachments.slice(0, -1);
    this.attaching.problem = null;
    if (last) await api.closeDocument(last.opened.handle).catch(() => undefined);
  }

  /** Whether it is what is open, or a file of it. */
  holds(handle: string): boolean {
    return this.opened?.handle === handle || this.attachments.some(({ opened }) => opened.handle === handle);
  }

  /** Where to go when it is closed; none: to the register. */
  back = $state.raw<Place | null>(null);

  ask(id: string, title: string | null, back: Place | null = null, sealed = false, looked = "", version: number | null = null): void {
    this.back = back;
    this.looked = looked;
    this.purpose = this.second = this.passphrase = this.password = "";
    this.act.problem = null;
    this.asking = { id, title, sealed, version };
    if (sealed) this.#takesTwo();
  }

  /** Of a document that a list or a panel shows; `found`: at which word the list found it. */
  askOf(row: Pick<DocumentRow, "id" | "title" | "sealed" | "reference">, found?: string): void {
    this.ask(row.id, named(row), null, row.sealed, found);
  }

  #takesTwo(): void {
    void this.officers.load(everyOfficer);
  }

  dismiss(): void {
    this.asking = null;
    this.second = this.passphrase = this.password = "";
  }

  /** Decides, records, opens; a denial is a result like another and has its own screen. */
  async open(here: Route): Promise<void> {
    const asked = this.asking?.id.trim();
    const purpose = this.purpose.trim();
    if (!asked || !purpose) return;
    let opened = null as OpenedView | null;
    let id = asked;
    const second = this.asking?.sealed ? { officer: this.second.trim(), passphrase: this.passphrase } : null;
    const done = await this.act.run(async () => {
      id = await idOf(asked);
      opened = await api.openDocument(id, this.asking?.version ?? null, purpose, second, this.asking?.locked ? this.password : null);
    });
    this.passphrase = this.password = "";
    const problem = this.act.problem;
    if (problem?.code === "view_encrypted" && this.asking) {
      this.asking = { ...this.asking, locked: true };
      // What the dialog says now.
      this.act.problem = null;
      return;
    }
    // Asked for by its reference alone, it shows only now that two open it.
    if (problem?.code === "denied" && second === null && problem.reasons.some(({ code }) => code === "second_officer_needed")) {
      this.asking = { id: asked, title: this.asking?.title ?? null, sealed: true };
      // What the dialog says now.
      this.act.problem = null;
      this.#takesTwo();
      return;
    }
    if (!done && problem?.code !== "denied") return;
    this.recent = [purpose, ...this.recent.filter((other) => other !== purpose)].slice(0, 4);
    this.dismiss();
    await this.close();
    if (problem) this.denied = { asked, at: new Date().toISOString(), problem, taken: false };
    this.cameBack = false;
    this.opened = opened;
    this.document = problem ? undefined : id;
    here.go("document", this.document);
    const about = opened?.about;
    if (opened) void this.about.load(async () => about ?? (await api.document(id)));
  }

  /** What is open may be read no longer: its pages leave the screen, and the reasons stand in their place. */
  withdraw(problem: Problem, here: Route): void {
    const asked = this.about.value?.reference ?? this.document ?? "";
    this.denied = { asked, at: new Date().toISOString(), problem, taken: true };
    const handles = this.#forget();
    here.replace("document");
    for (const handle of handles) void api.closeDocument(handle).catch(() => undefined);
  }

  /** Tells Rust to forget the plaintext. */
  async close(): Promise<void> {
    this.denied = null;
    for (const handle of this.#forget()) await api.closeDocument(handle).catch(() => undefined);
  }

  /** Takes it from the screen, and says what Rust still has open of it. */
  #forget(): string[] {
    const handles = [...this.attachments.map(({ opened }) => opened.handle), ...(this.opened ? [this.opened.handle] : [])];
    this.opened = null;
    this.attachments = [];
    this.attaching.problem = null;
    this.document = undefined;
    this.about.clear();
    return handles;
  }
}
