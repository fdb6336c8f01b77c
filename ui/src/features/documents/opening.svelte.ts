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
    this.opened = null;
    this.document = undefined;
    this.about.clear();
    here.replace("document");
  }

  /** Tells Rust to forget the plaintext. */
  async close(): Promise<void> {
    const handle = this.opened?.handle;
    this.opened = null;
    this.denied = null;
    this.document = undefined;
    this.about.clear();
    if (handle) await api.closeDocument(handle).catch(() => undefined);
  }
}
