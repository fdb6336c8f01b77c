import { api, type ClearanceView, type OfficerView, type Sort } from "$ipc";
import { daysBetween } from "$lib/days";
import { contains } from "$lib/fold";
import { Loaded } from "$lib/loaded.svelte";
import { inOrder, orderOf, type SortValue } from "$lib/sort";

/** By identifier, as Rust has them. */
export const OFFICERS_ORDER: Sort = { by: "reference", descending: false };
/** What must be asked for first. */
export const RENEWALS_ORDER: Sort = { by: "until", descending: false };

/** Whether the asker sees the papers of an officer: one's own, or all as a security officer or auditor. */
export function seesPapers(roles: readonly string[], me: string, officer: string): boolean {
  return me === officer || roles.includes("security-officer") || roles.includes("auditor");
}

/** The clearance that counts: the one in force that ends last, else the one that ended last. */
export function foremost(officer: OfficerView): ClearanceView | undefined {
  const order = (clearance: ClearanceView) => (clearance.status === "valid" ? 1 : 0);
  return [...officer.clearances].sort((a, b) => order(b) - order(a) || b.until.localeCompare(a.until))[0];
}

/** Clearances whose renewal must be asked for, the most urgent first. */
export function renewals(officers: readonly OfficerView[]): { officer: OfficerView; clearance: ClearanceView }[] {
  return officers
    .filter(({ status }) => status === "active")
    .flatMap((officer) => officer.clearances.filter(({ renewal_due }) => renewal_due).map((clearance) => ({ officer, clearance })))
    .sort((a, b) => a.clearance.until.localeCompare(b.clearance.until));
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

/** Officers, as far as the one who asks may know. */
export class Staff {
  query = $state("");
  chosen = $state<string | null>(null);
  readonly all = new Loaded<OfficerView[]>();

  load(): Promise<void> {
    return this.all.load(() => api.officers());
  }

  /** Those who are looked for, in order. */
  get found(): OfficerView[] {
    const { by, descending } = orderOf("officers", OFFICERS_ORDER);
    const value = (officer: OfficerView): SortValue => (by === "until" ? (foremost(officer)?.until ?? null) : by === "status" ? officer.status : by === "reference" ? officer.id : officer.full_name);
    const wanted = (this.all.value ?? []).filter(({ id, full_name }) => contains(`${id} ${full_name}`, this.query));
    return inOrder(wanted, value, descending);
  }

  get officer(): OfficerView | undefined {
    return this.all.value?.find(({ id }) => id === this.chosen);
  }
}
