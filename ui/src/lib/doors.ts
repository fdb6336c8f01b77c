// What a browser offers around a page, and this window does not: its menu, its keys, selecting everything, dragging a page out.

/** Text that a person types. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=button], [type=checkbox], [type=radio]), textarea, [contenteditable]");

type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">;

/** Keys of a browser alone: to load again, find, print, save, look inside, open, go along the history. */
const FUNCTIONS = new Set(["F3", "F5", "F7", "F12", "BrowserBack", "BrowserForward", "BrowserRefresh", "BrowserSearch", "BrowserHome", "Refresh"]);
const WITH_CTRL = new Set(["r", "f", "g", "p", "s", "u", "d", "h", "j", "n", "t", "w", "+", "-", "=", "0"]);
const WITH_CTRL_SHIFT = new Set(["i", "c"]);

/** Whether a key is one that a browser would answer. Within a field, everything of it may be selected. */
export function isBrowsers(stroke: Stroke, inField: boolean): boolean {
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  const command = (stroke.ctrlKey || stroke.metaKey) && !stroke.altKey;
  if (FUNCTIONS.has(key)) return true;
  if (stroke.altKey && !stroke.ctrlKey && (key === "ArrowLeft" || key === "ArrowRight" || key === "Home")) return true;
  if (!command) return key === "Backspace" && !inField;
  if (stroke.shiftKey && WITH_CTRL_SHIFT.has(key)) return true;
  return WITH_CTRL.has(key) || (!inField && (key === "a" || key === "/"));
}

/** Shuts them for as long as the page lives. What the program itself does with a key, it still does. */
export function shutDoors(): void {
  const no = (event: Event) => event.preventDefault();
  // While capturing: nothing on the page can let one of these through.
  addEventListener("contextmenu", no, true);
  addEventListener("dragstart", no, true);
  addEventListener("keydown", (event) => { if (isBrowsers(event, isField(event.target))) event.preventDefault(); }, true);
  addEventListener("wheel", (event) => { if (event.ctrlKey) event.preventDefault(); }, { capture: true, passive: false });
}
