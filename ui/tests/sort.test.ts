import { describe, expect, it, vi } from "vitest";

vi.mock("$ipc", () => ({ api: {}, asProblem: (thrown: unknown) => thrown }));
const { inOrder, turned } = await import("../src/lib/sort");

const row = (name: string | null) => ({ name });
const names = (rows: { name: string | null }[]) => rows.map(({ name }) => name);

describe("a list in order", () => {
  it("puts names as a person looks for them, and what has none last", () => {
    const rows = ["Zo\u00eb", null, "\u00e9cole", "Rapport 10", "Rapport 2", "eau", "\u00ab Avis \u00bb"].map(row);
    const up = ["\u00ab Avis \u00bb", "eau", "\u00e9cole", "Rapport 2", "Rapport 10", "Zo\u00eb"];
    expect(names(inOrder(rows, ({ name }) => name, false))).toEqual([...up, null]);
    expect(names(inOrder(rows, ({ name }) => name, true))).toEqual([...up.reverse(), null]);
  });

  it("leaves what is alike as it was, by either end", () => {
    const rows = [3, 1, 3, 2].map((n, at) => ({ n, at }));
    expect(inOrder(rows, ({ n }) => n, false).map(({ at }) => at)).toEqual([1, 3, 0, 2]);
    expect(inOrder(rows, ({ n }) => n, true).map(({ at }) => at)).toEqual([0, 2, 3, 1]);
  });

  it("turns round when the same heading is chosen again", () => {
    expect(turned(null, "title")).toEqual({ by: "title", descending: false });
    expect(turned({ by: "title", descending: false }, "title")).toEqual({ by: "title", descending: true });
    expect(turned({ by: "title", descending: true }, "date")).toEqual({ by: "date", descending: true });
  });
});
