import { describe, expect, it } from "vitest";
import { fitting, named } from "../src/features/people/officers";
import { fewer, years } from "../src/features/people/staff.svelte";

const officers = ["fictief", "modele", "muster", "must", "jansen", "élan.noir"];

describe("who is at the unlock screen", () => {
  it("is found by how the name begins, then by what is in it, without capitals and accents", () => {
    expect(fitting(officers, "")).toEqual(officers);
    expect(fitting(officers, "M")).toEqual(["modele", "muster", "must"]);
    expect(fitting(officers, "an")).toEqual(["jansen", "élan.noir"]);
    expect(fitting(officers, "ELAN")).toEqual(["élan.noir"]);
    expect(fitting(["ışık", "isabel"], "ISIK")).toEqual(["ışık"]);
    expect(fitting(officers, "martin")).toEqual([]);
  });

  it("is named by the whole name, even where a longer one begins so", () => {
    expect(named(officers, "must")).toBe("must");
    expect(named(officers, " Muster ")).toBe("muster");
  });

  it("is named by a beginning that only one has, and never by a part of a colleague's name", () => {
    expect(named(officers, "mod")).toBe("modele");
    expect(named(officers, "m")).toBeNull();
    expect(named(officers, "an")).toBeNull();
    expect(named(officers, "martin")).toBeNull();
    expect(named(officers, "")).toBeNull();
  });
});

describe("the years above the timeline", () => {
  it("are fewer where there is no room for all", () => {
    const all = years({ from: "2025-11-28", until: "2031-11-28" });
    const shown = (width: number) => fewer(all, width).map(({ year }) => year);
    expect(shown(400)).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
    expect(shown(150)).toEqual([2026, 2028, 2030]);
    expect(shown(0).length).toBeGreaterThan(0);
  });
});
