import { api, type CalendarRow, type DecisionView, type DossierView, type Sort, type TermState } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";
import { preferences } from "$lib/preferences.svelte";
import { Rows } from "$lib/rows.svelte";
import { orderOf } from "$lib/sort";

/** States in which something may be decided, the most pressing first. What is exempt has no term. */
export const STATES: readonly TermState[] = ["overdue", "due", "expired", "running"];

/** What must be decided, as far as this officer may open it. */
export class Due {
  dossier = $state("");
  state = $state("");
  /** Whose term ends on this day or before; empty: whenever. */
  until = $state("");
  cursor = $state(-1);
  readonly rows = new Rows<CalendarRow>((after, limit) =>
    api.calendar({ dossier: this.dossier || null, state: (this.state || null) as TermState | null, until: this.until || null, sort: this.sort, limit, after }),
  );
  readonly dossiers = new Loaded<DossierView[]>();
  #typing: ReturnType<typeof setTimeout> | undefined;

  get sort(): Sort {
    return orderOf("due", { by: "term", descending: false });
  }

  order(sort: Sort): void {
    preferences.order("due", sort);
    void this.refilter();
  }

  async start(): Promise<void> {
    void this.dossiers.load(() => api.dossiers());
    await this.rows.restart();
  }

  async refilter(): Promise<void> {
    clearTimeout(this.#typing);
    this.cursor = -1;
    await this.rows.restart();
  }

  /** A filter that is being typed: asks once the keys pause. */
  typed(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.refilter(), 250);
  }

  get filtered(): boolean {
    return this.dossier !== "" || this.state !== "" || this.until !== "";
  }

  clear(): void {
    this.dossier = this.state = this.until = "";
    void this.refilter();
  }
}

/** What was decided. */
export class Decisions {
  dossier = $state("");
  cursor = $state(-1);
  readonly rows = new Rows<DecisionView>((after, limit) => api.register({ dossier: this.dossier || null, document: null, sort: this.sort, limit, after }));

  get sort(): Sort {
    return orderOf("decisions", { by: "filed", descending: true });
  }

  order(sort: Sort): void {
    preferences.order("decisions", sort);
    void this.refilter();
  }

  async refilter(): Promise<void> {
    this.cursor = -1;
    await this.rows.restart();
  }

  clear(): void {
    this.dossier = "";
    void this.refilter();
  }
}
