import { describe, expect, it } from "vitest";
import { fitted, keyed } from "../src/lib/panes";

describe("the edge of a pane", () => {
  it("stays within its bounds, and gives the pane what it needs where there is no room for both", () => {
    expect(fitted(400, 300, 500)).toBe(400);
    expect(fitted(100, 300, 500)).toBe(300);
    expect(fitted(900, 300, 500)).toBe(500);
    expect(fitted(400, 300, 200)).toBe(300);
  });

  it("is moved by the arrows of its axis, farther with Shift", () => {
    expect(keyed("ArrowLeft", false, "x", 400, 300, 500)).toBe(416);
    expect(keyed("ArrowRight", false, "x", 400, 300, 500)).toBe(384);
    expect(keyed("ArrowUp", true, "y", 400, 300, 500)).toBe(464);
    expect(keyed("ArrowDown", true, "y", 310, 300, 500)).toBe(300);
    expect(keyed("ArrowUp", false, "x", 400, 300, 500)).toBeUndefined();
    expect(keyed("Home", false, "x", 400, 300, 500)).toBe(300);
    expect(keyed("End", false, "x", 400, 300, 500)).toBe(500);
    expect(keyed("Enter", false, "x", 400, 300, 500)).toBeNull();
  });
});
