/** What somebody writes, as it can be put into text and made again from it. A kind that has a `draft` to its name is one. */
export interface Writing {
  /** What is written; null where nothing is. */
  readonly draft: unknown;
  /** Goes on with what was written before. */
  goOn(draft: never): void;
}

type Kind<T> = (new () => T) & { readonly draft?: string };

/** Holds one of each kind of state for as long as it lives itself. */
export class Keep {
  readonly #held = new Map<Kind<unknown>, unknown>();
  /** What was written before, by the name of its kind, and nobody has asked for yet. */
  readonly #before: Record<string, unknown>;

  /** `before`: what another one gave as `written`. */
  constructor(before: string | null = null) {
    this.#before = before ? (JSON.parse(before) as Record<string, unknown>) : {};
  }

  /** The one `Kind` held here, made when first asked for. */
  of<T>(Kind: Kind<T>): T {
    let held = this.#held.get(Kind) as T | undefined;
    if (held === undefined) {
      held = new Kind();
      this.#held.set(Kind, held);
      const { draft } = Kind;
      if (draft !== undefined && draft in this.#before) {
        (held as Writing).goOn(this.#before[draft] as never);
        delete this.#before[draft];
      }
    }
    return held;
  }

  /** All that is half-written here, as text; empty where nothing is. */
  get written(): string {
    const drafts = { ...this.#before };
    for (const [{ draft }, held] of this.#held) {
      const written = draft === undefined ? null : (held as Writing).draft;
      if (draft !== undefined && written !== null) drafts[draft] = written;
    }
    return Object.keys(drafts).length > 0 ? JSON.stringify(drafts) : "";
  }
}
