/** The focus where it is of use: when nothing has it, or only the screen as a whole, the list of the screen gets it, else the screen. */
export function settleFocus(): void {
  const at = document.activeElement;
  if (at && at !== document.body && at.localName !== "main") return;
  const list = document.querySelector<HTMLElement>("main [role=grid]");
  (list ?? document.querySelector<HTMLElement>("main"))?.focus();
}

/** The same once a dialog has closed, which first gives the focus back to what opened it. */
export function settleFocusSoon(): void {
  setTimeout(settleFocus, 120);
}
