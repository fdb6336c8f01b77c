import { describe, expect, it } from "vitest";
import { fitted, keyed } from "../src/lib/panes";

describe("the edge of a pane", () => {
  it("stays within its bounds, and gives the pane what it needs where there is no room for both", () => {
    expect(fitted(400, 300, 500)).toBe(400);
    expect(fitted(100, 300, 500)).toBe(300);
    expect(fitted(900, 300, 500)).toBe(500);
    expect(fitted(400, 300, 200)).toBe(300);
  });

  it("is moved by the arrows towards it and away from it, farther with Shift", () => {
    expect(keyed("ArrowLeft", false, "right", 400, 300, 500)).toBe(416);
    expect(keyed("ArrowRight", false, "right", 400, 300, 500)).toBe(384);
    expect(keyed("ArrowUp", true, "below", 400, 300, 500)).toBe(464);
    expect(keyed("ArrowDown", true, "below", 310, 300, 500)).toBe(300);
    expect(keyed("ArrowRight", false, "left", 400, 300, 500)).toBe(416);
    expect(keyed("ArrowLeft", true, "left", 400, 300, 500)).toBe(336);
    expect(keyed("ArrowUp", false, "right", 400, 300, 500)).toBeUndefined();
    expect(keyed("Home", false, "right", 400, 300, 500)).toBe(300);
    expect(keyed("End", false, "right", 400, 300, 500)).toBe(500);
    expect(keyed("Enter", false, "right", 400, 300, 500)).toBeNull();
  });
});
