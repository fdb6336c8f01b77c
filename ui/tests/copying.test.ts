import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OpenedView, WordView } from "../src/lib/ipc/bindings";

const copyText = vi.hoisted(() => vi.fn());
vi.mock("$ipc", () => ({ api: { copyText }, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));

const { Copying } = await import("../src/features/documents/copying.svelte");
const { bytes, everything, extended, wordAt } = await import("../src/features/documents/selection");
const { toasts } = await import("../src/lib/toasts.svelte");

/** Two lines of three words each, of four bytes and a space; the last goes on in a third line. */
const WORDS: WordView[] = [0, 1, 2, 3, 4, 5].map((nth) => {
  const [across, down] = [nth % 3, Math.floor(nth / 3)];
  return { nth, begin: nth * 5, end: nth * 5 + 4, left: 0.1 + across * 0.3, right: 0.3 + across * 0.3, top: 0.1 + down * 0.05, bottom: 0.14 + down * 0.05 };
});
WORDS.push({ ...WORDS[5]!, left: 0.1, right: 0.2, top: 0.2, bottom: 0.24 });

const stroke = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, ...held });
const CTRL = { ctrlKey: true };
const SHIFT = { shiftKey: true };
const opened = (copied: boolean) => ({ handle: "h", copied }) as OpenedView;
const selecting = (copied = true) => {
  const copying = new Copying(() => opened(copied));
  if (copied) copying.learned(2, WORDS);
  return copying;
};
const said = () => toasts.shown.map((toast) => toast.text);

beforeEach(() => {
  vi.stubGlobal("getSelection", () => ({ isCollapsed: true }));
  copyText.mockReset().mockResolvedValue(null);
  toasts.clear();
});

describe("where a word stands", () => {
  it("is the word at a place, or the nearest in the same line", () => {
    expect(wordAt(WORDS, { x: 0.15, y: 0.12 })).toBe(0);
    expect(wordAt(WORDS, { x: 0.95, y: 0.12 })).toBe(2);
    expect(wordAt(WORDS, { x: 0.15, y: 0.22 })).toBe(5);
    expect(wordAt([], { x: 0, y: 0 })).toBeNull();
  });

  it("goes by words and by lines, and not past either end", () => {
    const from = (anchor: number, focus: number) => ({ anchor, focus });
    expect(extended(WORDS, null, "ArrowRight")).toEqual(from(0, 0));
    expect(extended(WORDS, from(1, 1), "ArrowLeft")).toEqual(from(1, 0));
    expect(extended(WORDS, from(1, 0), "ArrowLeft")).toEqual(from(1, 0));
    expect(extended(WORDS, from(0, 5), "ArrowRight")).toEqual(from(0, 5));
    expect(extended(WORDS, from(1, 1), "ArrowDown")).toEqual(from(1, 4));
    expect(extended(WORDS, from(1, 4), "ArrowUp")).toEqual(from(1, 1));
    expect(extended(WORDS, from(1, 1), "ArrowUp")).toEqual(from(1, 0));
    expect(extended([], null, "ArrowDown")).toBeNull();
  });

  it("is a part of the text, in whatever direction it was selected", () => {
    expect(bytes(WORDS, { anchor: 3, focus: 1 })).toEqual({ begin: 5, end: 19 });
    expect(bytes(WORDS, everything(WORDS)!)).toEqual({ begin: 0, end: 29 });
    expect(bytes([], { anchor: 0, focus: 0 })).toBeNull();
  });
});

describe("copying", () => {
  it("asks Rust for the part that is selected, by the keyboard alone", async () => {
    const copying = selecting();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown"]) expect(copying.key(stroke(key, SHIFT), 2)).toBe(true);
    expect(copying.key(stroke("c", CTRL), 2)).toBe(true);
    await vi.waitFor(() => expect(said()).toHaveLength(1));
    expect(copyText.mock.calls).toEqual([["h", 2, 0, 24]]);
    expect(copying.key(stroke("Escape"), 2)).toBe(true);
    expect(copying.span).toBeNull();
    expect(copying.key(stroke("Escape"), 2)).toBe(false);
  });

  it("selects the whole page, and says where nothing can be selected or nothing is", async () => {
    const copying = selecting();
    expect(copying.key(stroke("a", CTRL), 2)).toBe(true);
    expect(copying.span).toEqual({ anchor: 0, focus: 5 });
    expect(copying.key(stroke("a", CTRL), 3)).toBe(true);
    expect(copying.span).toBeNull();
    await copying.copy();
    expect(said()).toHaveLength(2);
    expect(copyText).not.toHaveBeenCalled();
  });

  it("does nothing where the marking does not let it, and says so", () => {
    const copying = selecting(false);
    expect(copying.key(stroke("a", CTRL), 2)).toBe(true);
    expect(copying.key(stroke("c", CTRL), 2)).toBe(true);
    expect(copying.key(stroke("ArrowRight", SHIFT), 2)).toBe(false);
    expect(copying.span).toBeNull();
    expect(said()).toHaveLength(2);
    expect(copyText).not.toHaveBeenCalled();
  });

  it("keeps why it was refused until something else is selected", async () => {
    copyText.mockRejectedValue({ code: "denied", params: {}, reasons: [] });
    const copying = selecting();
    copying.select(2, { anchor: 0, focus: 0 });
    await copying.copy();
    expect(copying.act.problem?.code).toBe("denied");
    expect(said()).toEqual([]);
    copying.select(2, { anchor: 0, focus: 1 });
    expect(copying.act.problem).toBeNull();
  });
});
