/** For a field that is typed again: focus selects what it holds, also the focus that a click brings; a further click sets the caret. */
export function selecting(input: HTMLInputElement): () => void {
  let came = false;
  const focus = () => {
    came = true;
    input.select();
  };
  // The click that brought the focus takes the selection away again, and so does what is drawn again because of it.
  const click = () => {
    if (came) setTimeout(() => input.select());
    came = false;
  };
  const other = () => {
    came = false;
  };
  input.addEventListener("focus", focus);
  input.addEventListener("click", click);
  input.addEventListener("input", other);
  return () => {
    input.removeEventListener("focus", focus);
    input.removeEventListener("click", click);
    input.removeEventListener("input", other);
  };
}
