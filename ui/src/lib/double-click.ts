/** How a double click is told from two clicks. Between the two, a list may move under the pointer: then the second hits what nobody
 * meant. It counts where both hit the same. */
export class DoubleClick<T> {
  #before: T | undefined;
  #last: T | undefined;

  click(on: T | undefined): void {
    this.#before = this.#last;
    this.#last = on;
  }

  /** Whether both clicks of the double click that just came were on this. */
  meant(on: T | undefined): boolean {
    return on !== undefined && this.#before === on && this.#last === on;
  }
}
