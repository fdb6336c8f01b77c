import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CalendarFilter } from "../src/lib/ipc";

const asked: CalendarFilter[] = [];
vi.mock("$ipc", () => ({
  api: {
    calendar: async (filter: CalendarFilter) => {
      asked.push(filter);
      return { rows: [], next: null, total: 0 };
    },
    dossiers: async () => ({ rows: [], next: null, total: 0 }),
  },
  isProblem: () => false,
}));
const { Due } = await import("../src/features/marking/calendar.svelte");

describe("what is due", () => {
  beforeEach(() => void (asked.length = 0));

  it("is asked for until a day, when one is given", async () => {
    const due = new Due();
    await due.start();
    expect(asked.at(-1)?.until).toBeNull();
    expect(due.filtered).toBe(false);
    due.filter.until = "2027-05-21";
    await due.refilter();
    expect(asked.at(-1)?.until).toBe("2027-05-21");
    expect(due.filtered).toBe(true);
  });

  it("is asked for once, when the keys of a day have paused", async () => {
    vi.useFakeTimers();
    const due = new Due();
    for (const day of ["2027-01-22", "2002-01-22", "2027-05-22"]) {
      due.filter.until = day;
      due.typed();
    }
    expect(asked).toHaveLength(0);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(asked.map(({ until }) => until)).toEqual(["2027-05-22"]);
  });

  it("has no filter left once they are removed", () => {
    const due = new Due();
    [due.filter.state, due.filter.dossier, due.filter.until] = ["due", "D1", "2027-05-21"];
    due.clear();
    expect([due.filter.state, due.filter.dossier, due.filter.until, due.filtered]).toEqual(["", "", "", false]);
  });
});
