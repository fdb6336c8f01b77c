import { beforeEach, describe, expect, it, vi } from "vitest";

const remember = vi.hoisted(() => vi.fn(async () => null));
vi.mock("$ipc", () => ({ api: { remember }, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { preferences, TEXT_SIZES } = await import("../src/lib/preferences.svelte");

const press = (key: string, held: object = {}) => preferences.key({ key, ctrlKey: true, altKey: false, metaKey: false, ...held });

describe("the size of the text", () => {
  beforeEach(() => {
    preferences.resize(100);
    remember.mockClear();
  });

  it("goes step by step with Ctrl and + or −, and is as usual with Ctrl 0", () => {
    expect([press("+"), preferences.text]).toEqual([true, 110]);
    press("=");
    expect(preferences.text).toBe(125);
    press("-");
    expect([preferences.text, preferences.times]).toEqual([110, 1.1]);
    press("0");
    expect(preferences.text).toBe(100);
    expect(remember.mock.calls.map(([asked]: unknown[]) => asked)).toEqual([110, 125, 110, 100].map((percent) => ({ what: "text", percent })));
  });

  it("ends at twice the usual size, and at the usual one", () => {
    TEXT_SIZES.forEach(() => press("+"));
    expect(preferences.text).toBe(200);
    TEXT_SIZES.forEach(() => press("-"));
    expect(preferences.text).toBe(100);
  });

  it("leaves other keys to others", () => {
    expect([press("+", { ctrlKey: false }), press("1"), press("-", { altKey: true })]).toEqual([false, false, false]);
    expect(remember).not.toHaveBeenCalled();
  });
});
