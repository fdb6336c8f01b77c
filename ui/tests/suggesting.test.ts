import { describe, expect, it } from "vitest";
import { Suggesting } from "../src/components/base/suggesting.svelte";

function press(suggesting: Suggesting, ...keys: string[]): { taken: boolean; stopped: boolean } {
  let [taken, stopped] = [false, false];
  for (const key of keys) taken = suggesting.key({ key, stopPropagation: () => (stopped = true) } as unknown as KeyboardEvent);
  return { taken, stopped };
}

describe("what hangs below a field", () => {
  it("opens at its first entry with an arrow, and goes round at both ends", () => {
    const three = new Suggesting("s", () => 3);
    expect([three.open, press(three, "ArrowDown").taken, three.open, three.active]).toEqual([false, true, true, 0]);
    press(three, "ArrowUp");
    expect(three.active).toBe(2);
    press(three, "ArrowDown");
    expect(three.active).toBe(0);
  });

  it("points at nobody while one types, where typing alone may not choose", () => {
    const officers = new Suggesting("s", () => 3, { points: false, first: () => 1 });
    officers.typed();
    expect([officers.open, officers.active]).toEqual([true, -1]);
    press(officers, "ArrowUp");
    expect(officers.active, "from none upwards is the last").toBe(2);
    officers.close();
    press(officers, "ArrowDown");
    expect(officers.active, "opens at the one that is chosen").toBe(1);
  });

  it("points at none where there is none, and at the last when the list grows shorter", () => {
    let count = 4;
    const some = new Suggesting("s", () => count);
    press(some, "ArrowDown", "ArrowUp");
    expect(some.active).toBe(3);
    count = 2;
    expect(some.active).toBe(1);
    count = 0;
    press(some, "ArrowDown", "ArrowUp", "ArrowDown");
    expect([some.active, some.combobox["aria-activedescendant"]]).toEqual([-1, undefined]);
  });

  it("closes with Escape and keeps it from the dialog; closed, it leaves Escape to the dialog", () => {
    const some = new Suggesting("s", () => 2);
    press(some, "ArrowDown");
    expect(press(some, "Escape")).toEqual({ taken: true, stopped: true });
    expect(some.open).toBe(false);
    expect(press(some, "Escape")).toEqual({ taken: false, stopped: false });
  });

  it("tells a screen reader which entry the arrows are at, only while it is open", () => {
    const some = new Suggesting("s", () => 2);
    expect(some.combobox["aria-activedescendant"]).toBeUndefined();
    press(some, "ArrowDown", "ArrowDown");
    expect([some.combobox["aria-activedescendant"], some.combobox["aria-expanded"], some.combobox["aria-controls"]]).toEqual(["s-1", true, "s-list"]);
  });
});
