import { describe, expect, it } from "vitest";
import { isMotive, MOTIVE } from "$lib/motive";

describe("a motive", () => {
  it("has ten characters at least, counted once they are cleaned", () => {
    for (const short of ["", "x", "nine char", " nine   char ", "a\n\n\n\n\n\n\n\n\nb", ".\u200b".repeat(5)]) expect(isMotive(short)).toBe(false);
    for (const enough of ["ten chars!", "  ten\nchars! ", "𝛼".repeat(MOTIVE.least)]) expect(isMotive(enough)).toBe(true);
  });

  it("has two thousand at most", () => {
    expect(isMotive("é".repeat(MOTIVE.most))).toBe(true);
    expect(isMotive("é".repeat(MOTIVE.most + 1))).toBe(false);
  });
});
