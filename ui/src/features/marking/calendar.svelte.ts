import { api, type CalendarRow, type DecisionView, type DossierView, type TermStatus } from "$ipc";
import { everyDossier } from "$lib/every";
import { SortedList } from "$lib/filtered-list.svelte";
import { Loaded } from "$lib/loaded.svelte";
import type { Page } from "$lib/rows.svelte";
import { asked } from "$lib/sort";

/** States in which something may be decided, the most pressing first. What is exempt has no term. */
export const STATES: readonly TermStatus[] = ["overdue", "due", "expired", "running"];

/** What must be decided, as far as this officer may open it; `until`: whose term ends on this day or before. */
export class Due extends SortedList<{ dossier: string; state: string; until: string }, CalendarRow> {
  readonly dossiers = new Loaded<DossierView[]>();

  constructor() {
    super("due", { by: "term", descending: false }, { dossier: "", state: "", until: "" });
  }

  protected override page(after: string | null, limit: number): Promise<Page<CalendarRow>> {
    const { dossier, state, until } = this.filter;
    return api.calendar({ dossier: dossier || null, state: state ? [state as TermStatus] : [], until: until || null, sort: asked(this.sort), limit, after });
  }

  async start(): Promise<void> {
    void this.dossiers.load(everyDossier);
    await this.rows.restart();
  }
}

/** What was decided. */
export class Decisions extends SortedList<{ dossier: string }, DecisionView> {
  constructor() {
    super("decisions", { by: "filed", descending: true }, { dossier: "" });
  }

  protected override page(after: string | null, limit: number): Promise<Page<DecisionView>> {
    return api.register({ dossier: this.filter.dossier || null, document: null, sort: asked(this.sort), limit, after });
  }
}
