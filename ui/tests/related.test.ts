import { describe, expect, it, vi } from "vitest";
import type { Level, RelatedView, Sort, SortBy } from "../src/lib/ipc/bindings";

vi.mock("$ipc", () => ({ api: {}, asProblem: (thrown: unknown) => thrown }));
const { relationsInOrder } = await import("../src/features/documents/related");

const related = (reference: string, title: string, level: Level, relation: string) => ({ document: { id: reference, reference, title, banner: { level } }, relation, own: true }) as unknown as RelatedView;
const ROWS = [related("ZGL/10", "Été", "secret", "replaces"), related("ZGL/9", "", "top-secret", "answers"), related("ZGL/11", "avis", "restricted", "answers")];
const order = (by: SortBy, descending = false) => relationsInOrder(ROWS, { by, descending } satisfies Sort, ({ relation }) => relation).map(({ document }) => document.reference);

describe("what a document is to others", () => {
  it("is in the order of its columns", () => {
    expect(order("kind")).toEqual(["ZGL/9", "ZGL/11", "ZGL/10"]);
    expect(order("kind", true)).toEqual(["ZGL/10", "ZGL/9", "ZGL/11"]);
    expect(order("reference")).toEqual(["ZGL/9", "ZGL/10", "ZGL/11"]);
    expect(order("level", true)).toEqual(["ZGL/9", "ZGL/10", "ZGL/11"]);
  });

  it("has those without a title, which two open, last", () => {
    expect(order("title")).toEqual(["ZGL/11", "ZGL/10", "ZGL/9"]);
    expect(order("title", true)).toEqual(["ZGL/10", "ZGL/11", "ZGL/9"]);
  });
});
