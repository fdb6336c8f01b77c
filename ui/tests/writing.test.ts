import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({
  keptWriting: vi.fn(async (): Promise<string | null> => null), keepWriting: vi.fn(async () => undefined), previewWriting: vi.fn(),
  closeDocument: vi.fn(async () => undefined), offerWriting: vi.fn(), forgetFiles: vi.fn(async () => undefined), reviseDocument: vi.fn(),
}));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Writing, withPortion } = await import("../src/features/documents/writing.svelte");

describe("a portion mark", () => {
  it("stands before the line of the caret, in the place of the one that is there", () => {
    expect(withPortion("one\ntwo", 5, "(S)")).toEqual({ text: "one\n(S) two", caret: 9 });
    expect(withPortion("(C) one", 7, "(S)")).toEqual({ text: "(S) one", caret: 7 });
    expect(withPortion("- one", 5, "(S)").text).toBe("- (S) one");
    expect(withPortion("## (C) Part", 0, "(S)").text).toBe("## (S) Part");
    expect(withPortion("", 0, "(S)")).toEqual({ text: "(S) ", caret: 4 });
  });

  it("has its brackets where the policy gives the letters alone, and is known again by them", () => {
    const once = withPortion("# Part", 3, "S");
    expect(once.text).toBe("# (S) Part");
    expect(withPortion(once.text, once.caret, "C").text).toBe("# (C) Part");
  });
});

describe("a text that is being written", () => {
  beforeEach(() => vi.clearAllMocks());

  it("is kept once for each change, and comes back after a crash unless something is written already", async () => {
    const writing = new Writing();
    writing.text = "x";
    await writing.keep();
    await writing.keep();
    expect(api.keepWriting).toHaveBeenCalledTimes(1);
    api.keptWriting.mockResolvedValueOnce(JSON.stringify({ title: "T", text: "kept", revising: null }));
    const after = new Writing();
    await after.start();
    expect([after.title, after.text]).toEqual(["T", "kept"]);
    await writing.start();
    expect(writing.text).toBe("x");
  });

  it("is gone from here once it is filed, and not when something else is", async () => {
    const writing = new Writing();
    writing.text = "x";
    await writing.keep();
    api.offerWriting.mockResolvedValueOnce({ files: [{ handle: "w" }], left_out: [], more_left_out: 0 });
    await writing.offer();
    writing.filed(new Set(["other"]));
    expect(writing.text).toBe("x");
    writing.filed(new Set(["w"]));
    expect(writing.draft).toBeNull();
    expect(api.keepWriting).toHaveBeenLastCalledWith("");
  });

  it("shows the pages of what was written last", async () => {
    const writing = new Writing();
    writing.text = "x";
    let first: (preview: unknown) => void = () => undefined;
    api.previewWriting.mockImplementationOnce(() => new Promise((done) => (first = done))).mockResolvedValueOnce({ handle: "second" });
    const drawn = writing.draw();
    await writing.draw();
    first({ handle: "first" });
    await drawn;
    expect(writing.preview?.handle).toBe("second");
    expect(api.closeDocument).toHaveBeenCalledWith("first");
  });
});
