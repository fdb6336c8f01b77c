import { describe, expect, it } from "vitest";
import { isBrowsers } from "../src/lib/doors";

/** `Ctrl+Shift+i` as a key. */
function stroke(text: string) {
  const parts = text.split("+");
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return { key: parts.at(-1) || "+", ctrlKey: has("Ctrl"), altKey: has("Alt"), shiftKey: has("Shift"), metaKey: false };
}
const outside = (text: string) => isBrowsers(stroke(text), false);
const inside = (text: string) => isBrowsers(stroke(text), true);

describe("the keys of a browser", () => {
  it("load nothing again, go nowhere, print, save, find and look into nothing, in a field or not", () => {
    const keys = ["Ctrl+r", "Ctrl+Shift+R", "F5", "Ctrl+F5", "Alt+ArrowLeft", "Alt+ArrowRight", "Ctrl+p", "Ctrl+s", "Ctrl+f", "Ctrl+g", "F3", "F7", "F12", "Ctrl+Shift+I", "Ctrl+u", "Ctrl+-", "Ctrl+0"];
    for (const key of keys) expect([key, outside(key), inside(key)]).toEqual([key, true, true]);
  });

  it("select everything within a field and nowhere else", () => {
    expect(outside("Ctrl+a")).toBe(true);
    expect(outside("Ctrl+/")).toBe(true);
    expect(inside("Ctrl+a")).toBe(false);
  });

  it("leave what is typed, copied and pasted, and the keys of the program", () => {
    for (const key of ["a", "Backspace", "Enter", "Ctrl+c", "Ctrl+v", "Ctrl+x", "Ctrl+z", "Ctrl+Backspace", "Ctrl+Shift+V"]) expect([key, inside(key)]).toEqual([key, false]);
    for (const key of ["/", "?", "+", "-", "0", "Ctrl+k", "Ctrl+l", "Ctrl+o", "Ctrl+Enter", "Alt+1", "Alt+m", "Escape", "PageDown", " "]) expect([key, outside(key)]).toEqual([key, false]);
  });
});
