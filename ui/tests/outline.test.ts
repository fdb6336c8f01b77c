import { describe, expect, it } from "vitest";
import { headingAt, moved } from "../src/features/documents/outline";

const heading = (page: number | null, depth = 0) => ({ title: "x", page, depth });

describe("the outline of a document", () => {
  it("knows under which heading a page stands, and headings that lead to no page are none of them", () => {
    const outline = [heading(1), heading(null), heading(3, 1), heading(3, 2), heading(9), heading(2)];
    expect([1, 2, 3, 8, 9, 40].map((page) => headingAt(outline, page))).toEqual([0, 5, 3, 3, 4, 4]);
    expect(headingAt([heading(5)], 2)).toBe(-1);
    expect(headingAt([], 1)).toBe(-1);
  });

  it("is gone through by keys, and has two ends", () => {
    expect(["ArrowDown", "ArrowUp", "Home", "End"].map((key) => moved(key, 1, 4))).toEqual([2, 0, 0, 3]);
    expect([moved("ArrowUp", 0, 4), moved("ArrowDown", 3, 4), moved("n", 1, 4)]).toEqual([0, 3, null]);
  });
});
