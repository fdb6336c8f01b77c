import { describe, expect, it } from "vitest";
import { pixels, placeInView, topOfPlace, zoomStep, ZOOMS } from "../src/features/documents/pages";
import { drawn, revealed } from "../src/lib/window";

describe("the rows that are drawn", () => {
  it("are those in view and a few around, whatever the length of the list", () => {
    const { first, last } = drawn(50_000 * 38, 760, 38, 100_000);
    expect(first).toBeLessThan(50_000);
    expect(last).toBeGreaterThan(50_020);
    expect(last - first).toBeLessThan(60);
  });

  it("never lie outside the list", () => {
    expect(drawn(0, 600, 38, 5)).toEqual({ first: 0, last: 5 });
    expect(drawn(10_000, 600, 38, 0)).toEqual({ first: 0, last: 0 });
  });
});

describe("revealing a row", () => {
  it("does not scroll when it is in view", () => expect(revealed(3, 0, 600, 38, 31)).toBe(0));
  it("scrolls up to a row above", () => expect(revealed(3, 1000, 600, 38, 31)).toBe(114));
  it("scrolls down until a row below stands above the edge", () => expect(revealed(100, 0, 600, 38, 31)).toBe(101 * 38 - 569));
});

describe("the pages of a document", () => {
  it("are asked for in steps, within what the protocol accepts", () => {
    expect(pixels(700, 1)).toBe(704);
    expect(pixels(700, 2)).toBe(1408);
    expect(pixels(1, 1)).toBe(64);
    expect(pixels(9000, 3)).toBe(4096);
  });

  it("zoom by steps and stop at both ends", () => {
    expect(zoomStep(0.94, 1)).toBe(1);
    expect(zoomStep(0.94, -1)).toBe(0.9);
    expect(zoomStep(ZOOMS[0], -1)).toBe(ZOOMS[0]);
    expect(zoomStep(3, 1)).toBe(3);
  });

  it("are counted by what covers the middle of the view", () => {
    const sheets = [18, 1100, 2200].map((start) => ({ start, height: 1000 }));
    expect(placeInView(sheets, 400)).toEqual({ page: 1, share: 0.382 });
    expect(placeInView(sheets, 1200)).toEqual({ page: 2, share: 0.1 });
    expect(placeInView(sheets, 1050).share).toBe(1);
    expect(placeInView(sheets, 5400).page).toBe(3);
    expect(placeInView([], 400)).toEqual({ page: 1, share: 0 });
  });

  it("leave in place what one reads when their size changes", () => {
    const sheets = (height: number) => [0, 1, 2].map((page) => ({ start: 18 + page * (height + 82), height }));
    const kept = placeInView(sheets(1000), 1500);
    expect(placeInView(sheets(400), topOfPlace(sheets(400), kept))).toEqual(kept);
    expect(topOfPlace([], kept)).toBe(0);
  });
});
