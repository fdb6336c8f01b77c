/** Holds one of each kind of state for as long as it lives itself. */
export class Keep {
  readonly #held = new Map<unknown, unknown>();

  /** The one `Kind` held here, made when first asked for. */
  of<T>(Kind: new () => T): T {
    let held = this.#held.get(Kind) as T | undefined;
    if (held === undefined) {
      held = new Kind();
      this.#held.set(Kind, held);
    }
    return held;
  }

  /** Lets go of all but these. */
  forgetBut(...kinds: readonly (new () => unknown)[]): void {
    for (const kind of this.#held.keys()) if (!kinds.some((kept) => kept === kind)) this.#held.delete(kind);
  }
}
