import { api, type ClearanceView, type Entered, type OfficerOrder, type OfficerView, type DueRenewal, type Sort } from "$ipc";
import { daysBetween } from "$lib/days";
import { SortedList } from "$lib/filtered-list.svelte";
import { Loaded } from "$lib/loaded.svelte";
import type { Page } from "$lib/rows.svelte";
import { t, words } from "$lib/words.svelte";

/** By identifier, as Rust has them. */
export const OFFICERS_ORDER: Sort = { by: "reference", descending: false };
/** What must be asked for first. */
export const RENEWALS_ORDER: Sort = { by: "until", descending: false };

/** What waits for the yes of another, of what was decided about an officer. */
export function waits(entered: Entered): string[] {
  return entered.asked_roles.length > 0 ? [t("ui-officer-roles-waiting", { roles: words.list(entered.asked_roles.map((role) => t(`role-${role}`))) })] : [];
}

/** Whether two hold the same, in whatever order. */
export function same<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each));
}

/** Whether the asker sees the papers of an officer: one's own, or all as a security officer or auditor. */
export function seesPapers(roles: readonly string[], me: string, officer: string): boolean {
  return me === officer || roles.includes("security-officer") || roles.includes("auditor");
}

/** The clearance that counts: the one in force that ends last, else the one that ended last. */
export function foremost(officer: OfficerView): ClearanceView | undefined {
  const order = (clearance: ClearanceView) => (clearance.status === "valid" ? 1 : 0);
  return [...officer.clearances].sort((a, b) => order(b) - order(a) || b.until.localeCompare(a.until))[0];
}

/** The span that the timelines show: one year back, five ahead. */
export function span(today: string): { from: string; until: string } {
  const year = Number(today.slice(0, 4));
  const rest = today.slice(4) === "-02-29" ? "-02-28" : today.slice(4);
  return { from: `${year - 1}${rest}`, until: `${year + 5}${rest}` };
}

/** Where a day lies in the span, in percent, kept between 0 and 100. */
export function place(day: string, { from, until }: { from: string; until: string }): number {
  return Math.max(0, Math.min(100, (100 * daysBetween(from, day)) / daysBetween(from, until)));
}

/** The first days of the years in the span. */
export function years({ from, until }: { from: string; until: string }): { year: number; at: number }[] {
  const first = Number(from.slice(0, 4)) + 1;
  const last = Number(until.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, i) => ({
    year: first + i,
    at: place(`${first + i}-01-01`, { from, until }),
  }));
}

/** Officers, as far as the one who asks may know: what is looked for, in what order, which one is chosen. */
export class Staff extends SortedList<{ query: string }, OfficerView> {
  chosen = $state<string | null>(null);
  /** Clearances whose renewal must be asked for. */
  readonly due = new Loaded<DueRenewal[]>();
  readonly #opened = new Loaded<OfficerView>();

  constructor() {
    super("officers", OFFICERS_ORDER, { query: "" });
  }

  protected override page(after: string | null, limit: number): Promise<Page<OfficerView>> {
    const { by, descending } = this.sort;
    return api.officers({ query: this.filter.query.trim() || null, sort: { by: by as OfficerOrder, descending }, limit, after });
  }

  async load(): Promise<void> {
    if (this.chosen !== null) this.choose(this.chosen);
    await Promise.all([this.due.load(() => api.renewals()), this.rows.restart()]);
  }

  choose(id: string | null): void {
    this.chosen = id;
    if (id === null) this.#opened.clear();
    else void this.#opened.load(() => api.officer(id));
  }

  /** The one who is chosen: as the list has him, until he is here as he is now. */
  get officer(): OfficerView | undefined {
    const opened = this.#opened.value;
    return opened?.id === this.chosen ? opened : this.rows.at(this.rows.find(({ id }) => id === this.chosen));
  }
}

/** Pixels that the figures of a year take, with the gap to the next. */
const YEAR = 38;

/** The years whose figures have room next to each other, on a scale so many pixels wide: every one, every second, … */
export function fewer<Y extends { at: number }>(all: readonly Y[], width: number): Y[] {
  const apart = all.length > 1 ? (((all[1]?.at ?? 0) - (all[0]?.at ?? 0)) / 100) * width : width;
  const every = apart > 0 ? Math.max(1, Math.ceil(YEAR / apart)) : 1;
  return all.filter((_, n) => n % every === 0);
}
