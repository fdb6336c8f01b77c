import { beforeEach, describe, expect, it, vi } from "vitest";

const remember = vi.hoisted(() => vi.fn(async () => null));
const rememberFirst = vi.hoisted(() => vi.fn(async () => null));
const speakFirst = vi.hoisted(() => vi.fn(async () => null));
vi.mock("$ipc", () => ({ api: { remember, rememberFirst, speakFirst }, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
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

describe("before there is a vault", () => {
  const page = { dataset: {} as Record<string, string>, lang: "" };
  beforeEach(() => vi.stubGlobal("document", { documentElement: page }));

  it("looks as it looked last, and what is chosen is remembered by the door", async () => {
    await preferences.begin({ language: "nl", theme: "dark", text_percent: 125, shortest_passphrase: 12, may_join: false });
    expect([preferences.theme, preferences.text, page.dataset.theme]).toEqual(["dark", 125, "dark"]);
    remember.mockClear();
    preferences.choose("light");
    press("+");
    preferences.speak("de");
    expect(rememberFirst.mock.calls.map(([look]: unknown[]) => look)).toEqual([{ what: "theme", theme: "light" }, { what: "text", percent: 150 }]);
    expect(speakFirst).toHaveBeenCalledWith("de");
    expect(remember).not.toHaveBeenCalled();
  });
});
