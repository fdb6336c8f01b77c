import { describe, expect, it } from "vitest";
import { daysBetween, isFar, lastDayAfterYears, readDay } from "../src/lib/days";

const TODAY = "2026-11-22";

describe("a day as people type it", () => {
  it.each([
    ["2026-11-22", "2026-11-22"],
    ["22/11/2026", "2026-11-22"],
    ["22.11.2026", "2026-11-22"],
    ["22-11-26", "2026-11-22"],
    ["22 11 2026", "2026-11-22"],
    ["22112026", "2026-11-22"],
    ["1/2", "2026-02-01"],
    [" 3/4/2027 ", "2027-04-03"],
  ])("reads %s, day before month", (typed, day) => {
    expect(readDay(typed, TODAY)).toBe(day);
  });

  it.each(["", "31/2/2026", "32/1/2026", "13/13/2026", "tomorrow", "22/11/1829", "2026-11"])("refuses %s", (typed) => {
    expect(readDay(typed, TODAY)).toBeNull();
  });
});

describe("a validity", () => {
  it("of five years ends on the eve of its fifth anniversary", () => {
    expect(lastDayAfterYears("2024-03-15", 5)).toBe("2029-03-14");
  });

  it("that begins on a leap day ends on the last day of February", () => {
    expect(lastDayAfterYears("2024-02-29", 1)).toBe("2025-02-28");
  });

  it("is far off where it ends more than ten years from now", () => {
    expect(isFar("2036-11-22", "2026-11-22")).toBe(false);
    expect(isFar("2036-11-23", "2026-11-22")).toBe(true);
    expect(isFar("", "2026-11-22")).toBe(false);
  });

  it("is counted in whole days, over a change of clocks too", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-11-22", "2026-11-21")).toBe(-1);
  });
});
