import { api, type CalendarRow, type DecisionView, type DossierView, type TermState } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";
import { Rows } from "$lib/rows.svelte";

/** States in which something may be decided, the most pressing first. What is exempt has no term. */
export const STATES: readonly TermState[] = ["overdue", "due", "expired", "running"];

/** What must be decided, as far as this officer may open it. */
export class Due {
  dossier = $state("");
  state = $state("");
  cursor = $state(-1);
  readonly rows = new Rows<CalendarRow>((after, limit) =>
    api.calendar({ dossier: this.dossier || null, state: (this.state || null) as TermState | null, until: null, limit, after }),
  );
  readonly dossiers = new Loaded<DossierView[]>();

  async start(): Promise<void> {
    void this.dossiers.load(() => api.dossiers());
    await this.rows.restart();
  }

  async refilter(): Promise<void> {
    this.cursor = -1;
    await this.rows.restart();
  }

  get filtered(): boolean {
    return this.dossier !== "" || this.state !== "";
  }

  clear(): void {
    this.dossier = this.state = "";
    void this.refilter();
  }
}

/** What was decided. */
export class Decisions {
  dossier = $state("");
  cursor = $state(-1);
  readonly rows = new Rows<DecisionView>((after, limit) => api.register({ dossier: this.dossier || null, document: null, limit, after }));

  async refilter(): Promise<void> {
    this.cursor = -1;
    await this.rows.restart();
  }

  clear(): void {
    this.dossier = "";
    void this.refilter();
  }
}
