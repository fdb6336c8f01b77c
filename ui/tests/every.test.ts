import { expect, it, vi } from "vitest";

vi.mock("$ipc", () => ({ api: {}, asProblem: (thrown: unknown) => thrown }));
const { every } = await import("../src/lib/every");

const changed = { code: "list_changed", params: {}, reasons: [] };

it("what one chooses among is asked for page by page until it is whole", async () => {
  const pages: Record<string, { rows: number[]; next: string | null }> = { "": { rows: [1, 2], next: "2" }, "2": { rows: [3], next: null } };
  expect(await every(async (after) => pages[after ?? ""] ?? { rows: [], next: null })).toEqual([1, 2, 3]);
});

it("and again when it changed meanwhile, but not for ever", async () => {
  let broken = 1;
  const ask = vi.fn(async (after: string | null) => {
    if (after !== null && broken-- > 0) throw changed;
    return after === null ? { rows: ["a"], next: "a" } : { rows: ["b"], next: null };
  });
  expect(await every(ask)).toEqual(["a", "b"]);
  broken = 9;
  await expect(every(ask)).rejects.toEqual(changed);
});
