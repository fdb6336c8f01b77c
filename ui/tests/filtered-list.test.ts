import { beforeEach, describe, expect, it, vi } from "vitest";

vi.mock("$ipc", () => ({ api: { remember: async () => undefined }, isProblem: () => false, asProblem: (thrown: unknown) => thrown }));
const { FilteredList, SortedList } = await import("../src/lib/filtered-list.svelte");

const pageOf = <R>(rows: R[]) => ({ rows, next: null, total: rows.length });

const BLANK = { query: "", level: "" };
type Asked = { query: string; level: string };

class Names extends FilteredList<Asked, string> {
  readonly asked: Asked[] = [];
  constructor() {
    super(BLANK);
  }
  protected override async page() {
    this.asked.push({ ...this.filter });
    return pageOf(["anna", "bert", "carla"].filter((name) => name.includes(this.filter.query)));
  }
  goTo(index: number) {
    this.point(index);
  }
}

class Sorted extends SortedList<Asked, string> {
  readonly asked: unknown[] = [];
  constructor() {
    super("due", { by: "term", descending: false }, BLANK);
  }
  protected override async page() {
    this.asked.push({ ...this.sort });
    return pageOf<string>([]);
  }
}

describe("a filtered list", () => {
  beforeEach(() => void vi.useRealTimers());

  it("asks with the filter of the moment, and shows what fits", async () => {
    const names = new Names();
    names.filter.query = "a";
    await names.refilter();
    expect(names.asked).toEqual([{ query: "a", level: "" }]);
    expect([names.rows.at(0), names.rows.at(1), names.rows.count]).toEqual(["anna", "carla", 2]);
  });

  it("has no row under the cursor once something else is looked for", async () => {
    const names = new Names();
    await names.refilter();
    names.goTo(1);
    const asking = names.refilter();
    expect(names.cursor, "at once, not when the answer has come").toBe(-1);
    await asking;
    expect(names.cursor).toBe(-1);
  });

  it("keeps the cursor on a row that there is", async () => {
    const names = new Names();
    await names.refilter();
    names.goTo(99);
    expect(names.cursor).toBe(2);
    names.goTo(-5);
    expect(names.cursor).toBe(0);
  });

  it("is not filtered by spaces alone", () => {
    const names = new Names();
    names.filter.query = "  ";
    expect(names.filtered).toBe(false);
    names.filter.level = "secret";
    expect(names.filtered).toBe(true);
  });

  it("does not change what it clears to, and asks once more then", async () => {
    const names = new Names();
    [names.filter.query, names.filter.level] = ["a", "secret"];
    names.clear();
    expect([{ ...names.filter }, names.filtered, BLANK]).toEqual([{ query: "", level: "" }, false, { query: "", level: "" }]);
    expect(names.asked).toEqual([{ query: "", level: "" }]);
    expect(new Names().filter.query, "no two lists share a filter").toBe("");
  });

  it("asks at once for what is chosen, and no second time for what was being typed", async () => {
    vi.useFakeTimers();
    const names = new Names();
    names.filter.query = "b";
    names.typed();
    await names.refilter();
    await vi.runAllTimersAsync();
    expect(names.asked).toHaveLength(1);
  });
});

describe("a sorted list", () => {
  it("has its own order until somebody chooses one, and is asked for again then", async () => {
    const sorted = new Sorted();
    expect(sorted.sort).toEqual({ by: "term", descending: false });
    sorted.order({ by: "title", descending: true });
    await vi.waitFor(() => expect(sorted.asked).toEqual([{ by: "title", descending: true }]));
    expect(new Sorted().sort, "the order is kept for the list and not for the screen").toEqual({ by: "title", descending: true });
  });
});
