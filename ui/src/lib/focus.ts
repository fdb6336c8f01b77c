/** The focus where it is of use: when nothing has it, or only the screen as a whole, the list of the screen gets it, else the screen. */
export function settleFocus(): void {
  const at = document.activeElement;
  if (at && at !== document.body && at.localName !== "main") return;
  const list = document.querySelector<HTMLElement>("main [role=grid]");
  (list ?? document.querySelector<HTMLElement>("main"))?.focus();
}

/** When to look, in milliseconds: a busy machine closes a dialog late, and no event tells that what had the focus is gone. */
const LOOKS = [120, 350, 800, 1600];

/** The same once a dialog has closed, which first gives the focus back to what opened it. */
export function settleFocusSoon(): void {
  for (const after of LOOKS) setTimeout(settleFocus, after);
}
