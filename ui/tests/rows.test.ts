import { describe, expect, it } from "vitest";
import { KEPT, PAGE, type Page, Rows } from "../src/lib/rows.svelte";

/** A list of numbers behind a keyset, which counts the questions it was asked. */
function list(total: number, options: { says?: boolean; extra?: number } = {}) {
  const asked: (string | null)[] = [];
  const ask = async (after: string | null, limit: number): Promise<Page<number>> => {
    asked.push(after);
    const from = after === null ? 0 : Number(after);
    const to = Math.min(total, from + limit + (options.extra ?? 0));
    const rows = Array.from({ length: to - from }, (_, i) => from + i);
    return { rows, next: to < total ? String(to) : null, ...(options.says === false ? {} : { total }) };
  };
  return { asked, rows: new Rows<number>(ask) };
}

describe("a long list", () => {
  it("has room for all rows once the first page is there", async () => {
    const { rows } = list(100_000);
    expect(rows.count).toBe(0);
    await rows.restart();
    expect(rows.count).toBe(100_000);
    expect(rows.at(0)).toBe(0);
    expect(rows.at(PAGE)).toBeUndefined();
  });

  it("walks to a far row, and shows the right one", async () => {
    const { rows, asked } = list(100_000);
    await rows.restart();
    await rows.show(99_990, 99_999);
    expect(rows.at(99_999)).toBe(99_999);
    expect(asked.length).toBe(100_000 / PAGE);
  });

  it("does not keep what is far away, and fetches it again by its cursor", async () => {
    const { rows, asked } = list(100_000);
    await rows.restart();
    await rows.show(99_990, 99_999);
    const before = asked.length;
    expect(rows.at(10_000)).toBeUndefined();
    await rows.show(10_000, 10_020);
    expect(rows.at(10_010)).toBe(10_010);
    expect(asked.length).toBe(before + 1);
    const here = Array.from({ length: 100_000 / PAGE }, (_, page) => rows.at(page * PAGE)).filter((row) => row !== undefined);
    expect(here.length).toBeLessThanOrEqual(KEPT);
  });

  it("begins again when what it would go on after has gone", async () => {
    let asked = 0;
    const rows = new Rows<number>(async (after) => {
      asked += 1;
      if (after === null) return { rows: Array.from({ length: PAGE }, (_, i) => i), next: "x", total: 2_000 };
      throw { code: "list_changed", params: {}, reasons: [] };
    });
    await rows.restart();
    await rows.show(600, 640);
    expect(rows.problem).toBeNull();
    expect(rows.started).toBe(2);
    expect(rows.busy).toBe(false);
    expect(asked).toBe(3);
  });

  it("asks for nothing when everything wanted is here", async () => {
    const { rows, asked } = list(2_000);
    await rows.restart();
    await rows.show(0, 30);
    expect(asked.length).toBe(1);
  });

  it("of unequal pages still puts each row in its place", async () => {
    const { rows } = list(5_000, { extra: 7 });
    await rows.restart();
    await rows.show(2_000, 2_040);
    for (let index = 2_000; index <= 2_040; index += 1) expect(rows.at(index)).toBe(index);
  });

  it("that does not say its length grows, and ends where it ends", async () => {
    const { rows } = list(1_234, { says: false });
    await rows.restart();
    expect(rows.count).toBeGreaterThan(PAGE);
    expect(rows.count).toBeLessThan(PAGE + 20);
    for (let n = 0; n < 5; n += 1) await rows.show(rows.count - 20, rows.count - 1);
    expect(rows.count).toBe(1_234);
    expect(rows.at(1_233)).toBe(1_233);
    expect(rows.at(1_234)).toBeUndefined();
  });

  it("that is empty says so", async () => {
    const { rows } = list(0);
    await rows.restart();
    expect(rows.empty).toBe(true);
  });

  it("throws away the answer to a question that was overtaken", async () => {
    let release: (page: Page<string>) => void = () => undefined;
    let first = true;
    const rows = new Rows<string>(() => {
      if (!first) return Promise.resolve({ rows: ["new"], next: null, total: 1 });
      first = false;
      return new Promise((done) => (release = done));
    });
    const old = rows.restart();
    await rows.restart();
    release({ rows: ["old"], next: null, total: 1 });
    await old;
    expect(rows.at(0)).toBe("new");
  });

  it("says what it may lack, as long as the last question said so", async () => {
    const lacks = { code: "search_incomplete", params: { percent: "40" } };
    const answers: Page<number>[] = [{ rows: [1], next: null, total: 1, lacks }, { rows: [1, 2], next: null, total: 2, lacks: null }];
    const rows = new Rows<number>(async () => answers.shift() ?? { rows: [], next: null });
    await rows.restart();
    expect(rows.lacks).toEqual(lacks);
    await rows.restart();
    expect([rows.lacks, rows.count]).toEqual([null, 2]);
  });

  it("keeps the problem of a question that failed, and stops asking", async () => {
    let asked = 0;
    const rows = new Rows<number>(() => {
      asked += 1;
      return Promise.reject({ code: "busy", params: {}, reasons: [] });
    });
    await rows.restart();
    await rows.show(0, 10);
    expect(rows.problem?.code).toBe("busy");
    expect(asked).toBe(1);
  });
});
