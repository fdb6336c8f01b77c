import { describe, expect, it } from "vitest";
import { matching } from "../src/components/base/tokens";
import { over } from "../src/features/assents/assents.svelte";
import { foremost, place, same, span, years } from "../src/features/people/staff.svelte";
import { titleFrom, titleOf } from "../src/features/documents/filing.svelte";
import { categories, legal } from "../src/features/marking/marking.svelte";
import { outcomeOf } from "../src/features/releases/drafting.svelte";
import type { ClearanceView, OfficerView } from "../src/lib/ipc";

const NATIONS = [
  { value: "FRA", label: "France" },
  { value: "NLD", label: "Pays-Bas" },
  { value: "GBR", label: "Royaume-Uni" },
  { value: "NATO", label: "OTAN" },
];

describe("choosing whom a document may go to", () => {
  it("finds by code before name, without accents and within compound names", () => {
    expect(matching(NATIONS, [], "n").map((o) => o.value)).toEqual(["NLD", "NATO"]);
    expect(matching(NATIONS, [], "bas").map((o) => o.value)).toEqual(["NLD"]);
    expect(matching(NATIONS, ["FRA"], "fr")).toEqual([]);
  });
});

describe("the title proposed for a file", () => {
  it.each([
    ["nota_radarbeelden-v3.pdf", "nota radarbeelden v3"],
    ["annexe  technique (définitif).pdf", "annexe technique (définitif)"],
    ["2026.11.22", "2026.11"],
    ["rapport", "rapport"],
  ])("%s → %s", (name, title) => expect(titleFrom(name)).toBe(title));

  it.each([
    ["nota_radarbeelden-v3.pdf", "nota_radarbeelden-v3.pdf", "nota radarbeelden v3"],
    ["_.txt", "*.txt", "*.txt"],
    ["a_b.txt", "a*b.txt", "a*b.txt"],
    ["---.pdf", "---.pdf", "---.pdf"],
    ["rapport", "rapport.", "rapport."],
  ])("of %s, called %s: %s", (name, title, proposed) => expect(titleOf({ name, title })).toBe(proposed));
});

describe("a marking under choice", () => {
  const source = { name: "SOURCE", label: {}, legal_from: ["SECRET"], home: false };
  const orcon = { name: "ORCON", label: {}, legal_from: ["RESTREINT", "SECRET"], home: false };
  const tags = [
    { name: "Handling", kind: "restrictive" as const, values: [source] },
    { name: "Handling", kind: "informative" as const, values: [orcon] },
  ];

  it("drops what the level does not allow, rather than send what cannot be", () => {
    const chosen = { Handling: ["SOURCE", "ORCON"] };
    expect(categories(tags, chosen, "RESTREINT")).toEqual([{ tag: "Handling", values: ["ORCON"] }]);
    expect(categories(tags, chosen, "SECRET")).toEqual([
      { tag: "Handling", values: ["SOURCE"] },
      { tag: "Handling", values: ["ORCON"] },
    ]);
  });

  it("leaves a value that depends on others to the policy", () => {
    expect(legal({ name: "X", label: {}, legal_from: [], home: false }, "RESTREINT")).toBe(true);
    expect(legal(source, "")).toBe(false);
  });
});

describe("a request", () => {
  const asked = (...codes: string[]) => ({ why_not: codes.map((code) => ({ code, params: {} })) }) as unknown as Parameters<typeof over>[0];

  it("is overtaken where nobody's yes would count, and not where another may say it", () => {
    expect(over(asked("request_stale"))).toBe(true);
    expect(over(asked("second_person_required", "requester_not_in_charge"))).toBe(true);
    expect(over(asked("second_person_required"))).toBe(false);
    expect(over(asked())).toBe(false);
  });
});

describe("a choice of roles", () => {
  it("is another only where it holds others, in whatever order", () => {
    expect(same(["reader", "auditor"], ["auditor", "reader"])).toBe(true);
    expect(same(["reader"], ["reader", "auditor"])).toBe(false);
    expect(same([], ["reader"])).toBe(false);
  });
});

describe("a document to be released", () => {
  const said = (...codes: string[]) => ({ document: "d", permitted: false, reasons: codes.map((code) => ({ code, params: {} })) });

  it("may go once a consent is entered only where nothing else is in the way", () => {
    expect(outcomeOf(said("consent_missing"))).toBe("consent");
    expect(outcomeOf(said("consent_missing", "partner_ceiling"))).toBe("may-not");
    expect(outcomeOf(said())).toBe("may-not");
    expect(outcomeOf({ document: "d", permitted: true, reasons: [] })).toBe("may");
    expect(outcomeOf(undefined)).toBe("undecided");
  });
});

describe("clearances", () => {
  const clearance = (until: string, status: ClearanceView["status"], renewalDue = false) =>
    ({ until, status, renewal_due: renewalDue, policy: "BEL" }) as ClearanceView;
  const officer = (id: string, clearances: ClearanceView[], status: OfficerView["status"] = "active") =>
    ({ id, clearances, status }) as OfficerView;

  it("put the one in force first, even when another ends later", () => {
    const valid = clearance("2027-01-01", "valid");
    expect(foremost(officer("a", [clearance("2030-01-01", "withdrawn"), valid]))).toBe(valid);
    expect(foremost(officer("a", []))).toBeUndefined();
  });

  it("are placed on a line from a year ago to five years ahead", () => {
    const shown = span("2024-02-29");
    expect(shown).toEqual({ from: "2023-02-28", until: "2029-02-28" });
    expect(place("2020-01-01", shown)).toBe(0);
    expect(place("2040-01-01", shown)).toBe(100);
    expect(years(shown).map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029]);
  });
});
