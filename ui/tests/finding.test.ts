import { beforeEach, describe, expect, it, vi } from "vitest";

const asked = vi.hoisted(() => vi.fn());
vi.mock("$ipc", () => ({ api: { findInDocument: asked }, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));

const { closes, Finding, opens } = await import("../src/features/documents/finding.svelte");
const { beginning } = await import("../src/features/documents/hits");
const { turned, wholePage } = await import("../src/features/documents/pages");

const on = (...pages: number[]) => ({
  pages: pages.map((page) => ({ page, times: 1 })),
  places: pages.map((page) => ({ page, nth: 0, around: ["before ", "word", " after"] })),
  more: 0,
  times: pages.length,
  silent: 0,
});

describe("what stands around a place", () => {
  it("begins and ends with a whole word, and says that there is more", () => {
    expect(opens("dical-logistics 1/2 Medical support and ")).toBe("… 1/2 Medical support and ");
    expect(closes("uation Originator Logistics Office Subje")).toBe("uation Originator Logistics Office …");
  });

  it("is as it is where the text begins or ends, or is one word", () => {
    expect(opens("Medical ")).toBe("Medical ");
    expect(closes(" after")).toBe(" after");
    expect(opens("x".repeat(40))).toBe("x".repeat(40));
    expect(closes("x".repeat(40))).toBe("x".repeat(40));
  });
});

describe("looking for something in the document that is open", () => {
  beforeEach(() => asked.mockReset());

  it("asks once, and goes on from place to place when asked again", async () => {
    asked.mockResolvedValue(on(2, 5, 9));
    const finding = new Finding(() => "h");
    finding.shown = true;
    finding.looked = " word ";
    await finding.look(1);
    expect([finding.page, [...finding.pages]]).toEqual([2, [2, 5, 9]]);
    expect(finding.marked).toBe(1);
    await finding.look(1);
    expect(finding.page).toBe(5);
    await finding.look(-1);
    await finding.look(-1);
    expect(finding.page).toBe(9);
    expect(asked.mock.calls).toEqual([["h", "word"]]);
  });

  it("goes from place to place on one page, in the order in which they are given", async () => {
    const around = ["", "word", ""];
    asked.mockResolvedValue({ pages: [{ page: 1, times: 3 }], places: [1, 2, 0].map((nth) => ({ page: 1, nth, around })), more: 0, times: 3, silent: 0 });
    const finding = new Finding(() => "h");
    finding.looked = "word";
    const seen: (number | undefined)[] = [];
    for (let time = 0; time < 4; time += 1) {
      await finding.look(1);
      seen.push(finding.here?.nth);
    }
    expect(seen).toEqual([1, 2, 0, 1]);
  });

  it("asks again for another word, and no answer stays next to a question that it is not to", async () => {
    asked.mockResolvedValue(on(2));
    const finding = new Finding(() => "h");
    finding.looked = "one";
    await finding.look(1);
    finding.looked = "other";
    expect(finding.answered).toBe(false);
    asked.mockResolvedValue(on());
    await finding.look(1);
    expect([finding.answered, finding.page]).toEqual([true, undefined]);
    await finding.look(1);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it("ends what still goes on when it is closed", async () => {
    let answer: (found: unknown) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    asked.mockResolvedValue(on());
    const finding = new Finding(() => "h");
    finding.looked = "word";
    const looking = finding.look(1);
    finding.close();
    answer(on(3));
    await looking;
    expect(asked.mock.calls).toEqual([["h", "word"], ["h", ""]]);
    expect(finding.marked).toBe(0);
    expect([finding.found.busy, finding.found.value]).toEqual([false, null]);
  });

  it("forgets everything when it is closed", async () => {
    asked.mockResolvedValue(on(1));
    const finding = new Finding(() => "h");
    finding.shown = true;
    finding.looked = "word";
    await finding.look(1);
    finding.close();
    expect([finding.shown, finding.looked, finding.found.value, finding.pages.size]).toEqual([false, "", null, 0]);
  });
});

describe("the sentence in which a word was found", () => {
  it("is cut at its beginning, at a word, where it is long", () => {
    expect(beginning("the ")).toBe("the ");
    const cut = beginning(`${"before ".repeat(20)}the `);
    expect(cut).toMatch(/^… before .* the $/);
    expect(cut.length).toBeLessThan(52);
    expect(beginning("x".repeat(90))).toBe(`…${"x".repeat(48)}`);
  });
});

describe("a page that is turned, or shown whole", () => {
  it("changes its shape with every other quarter", () => {
    expect([0, 1, 2, 3].map((quarters) => turned(1.5, quarters))).toEqual([1.5, 1 / 1.5, 1.5, 1 / 1.5]);
    expect(turned(0, 1)).toBe(0);
  });

  it("is as wide as lets all of it be seen", () => {
    expect(wholePage(1.414, 1000, 800)).toBeCloseTo(728 / 1.414);
    expect(wholePage(0.5, 600, 800)).toBe(600);
    expect(wholePage(0, 600, 800)).toBe(600);
  });
});
