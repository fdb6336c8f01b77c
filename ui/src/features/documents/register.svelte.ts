import { api, type DocumentRow, type DocumentView, type DossierView, type Level, type Sort } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";
import { preferences } from "$lib/preferences.svelte";
import { Rows } from "$lib/rows.svelte";
import { orderOf } from "$lib/sort";

/** The register as this officer sees it: what is looked for, the rows, the row under the cursor, the document chosen. */
export class Register {
  query = $state("");
  level = $state("");
  dossier = $state("");
  /** Index of the row under the cursor, or -1. */
  cursor = $state(-1);
  chosen = $state<string | null>(null);
  /** Documents that were ticked, in that order: what to do with several. */
  ticked = $state<string[]>([]);
  readonly rows = new Rows<DocumentRow>((after, limit) =>
    api.documents({
      query: this.query.trim() || null,
      level: (this.level || null) as Level | null,
      dossier: this.dossier || null,
      sort: this.sort,
      limit,
      after,
    }),
  );
  readonly document = new Loaded<DocumentView>();
  readonly dossiers = new Loaded<DossierView[]>();
  #typing: ReturnType<typeof setTimeout> | undefined;
  #moving: ReturnType<typeof setTimeout> | undefined;

  get sort(): Sort {
    return orderOf("documents", { by: "filed", descending: true });
  }

  order(sort: Sort): void {
    preferences.order("documents", sort);
    void this.refilter();
  }

  get filtered(): boolean {
    return this.query.trim() !== "" || this.level !== "" || this.dossier !== "";
  }

  async start(): Promise<void> {
    void this.dossiers.load(() => api.dossiers());
    const { chosen } = this;
    // It may have been taken from this officer since, or marked otherwise.
    if (chosen !== null) void this.document.load(() => api.document(chosen));
    await this.rows.restart();
  }

  /** After typing has paused. */
  typed(): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.refilter(), 130);
  }

  async refilter(): Promise<void> {
    clearTimeout(this.#typing);
    await this.rows.restart();
    this.cursor = this.chosen === null ? -1 : this.rows.find((row) => row.id === this.chosen);
  }

  clear(): void {
    this.query = this.level = this.dossier = "";
    void this.refilter();
  }

  /** Puts the cursor on a row; the document follows when the cursor rests there. */
  moveTo(index: number, follow: boolean): void {
    this.cursor = Math.max(0, Math.min(this.rows.count - 1, index));
    clearTimeout(this.#moving);
    if (!follow) return;
    this.#moving = setTimeout(() => {
      const row = this.rows.at(this.cursor);
      if (row) this.choose(row.id);
    }, 90);
  }

  tick(id: string): void {
    this.ticked = this.ticked.includes(id) ? this.ticked.filter((other) => other !== id) : [...this.ticked, id];
  }

  /** Asks anew for the list and for the document chosen. */
  async renew(): Promise<void> {
    const id = this.chosen;
    if (id !== null) void this.document.load(() => api.document(id));
    await this.refilter();
  }

  choose(id: string | null): void {
    clearTimeout(this.#moving);
    if (id === this.chosen && this.document.value) return;
    this.chosen = id;
    if (id === null) this.document.clear();
    else void this.document.load(() => api.document(id));
  }
}
