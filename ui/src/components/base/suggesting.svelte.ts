import { tick } from "svelte";
import type { HTMLInputAttributes } from "svelte/elements";

/** What hangs below a field while one types in it: whether it is open, and the entry that the arrows are at. */
export class Suggesting {
  open = $state(false);
  #at = $state(-1);
  readonly id: string;
  readonly #count: () => number;
  readonly #first: () => number;
  readonly #rest: number;

  /**
   * `count` is how many entries there are, `first` where the arrows begin when they open the list. With `points`, an entry
   * is pointed at as soon as there is one; without it, typing alone points at none.
   */
  constructor(id: string, count: () => number, { points = true, first = () => 0 }: { points?: boolean; first?: () => number } = {}) {
    this.id = id;
    this.#count = count;
    this.#first = first;
    this.#rest = points ? 0 : -1;
    this.#at = this.#rest;
  }

  /** Index of the entry that Enter would take, or -1. */
  get active(): number {
    return Math.min(this.#at, this.#count() - 1);
  }

  /** For the field: it has the focus and the keys. */
  get combobox(): HTMLInputAttributes {
    return {
      role: "combobox",
      autocomplete: "off",
      spellcheck: false,
      "aria-expanded": this.open,
      "aria-controls": `${this.id}-list`,
      "aria-autocomplete": "list",
      "aria-activedescendant": this.open && this.active >= 0 ? this.optionId(this.active) : undefined,
    };
  }

  optionId(index: number): string {
    return `${this.id}-${index}`;
  }

  /** Something else is typed: the list is open, and begins again. */
  typed(): void {
    this.open = true;
    this.reset();
  }

  /** The arrows are at no entry of their own. */
  reset(): void {
    this.#at = this.#rest;
  }

  close(): void {
    this.open = false;
    this.reset();
  }

  /** The keys that are the same in every such field. True when this was one of them. */
  key(event: KeyboardEvent): boolean {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const last = Math.max(0, this.#count() - 1);
      if (!this.open) this.#at = this.#first();
      else if (event.key === "ArrowDown") this.#at = this.active >= last ? 0 : this.active + 1;
      else this.#at = this.active <= 0 ? last : this.active - 1;
      this.open = true;
    } else if (event.key === "Escape" && this.open) {
      this.open = false;
      // The dialog around it stays.
      event.stopPropagation();
    } else return false;
    return true;
  }

  /** After a key that was taken: the entry under the arrows is in sight. */
  async taken(event: KeyboardEvent): Promise<void> {
    event.preventDefault();
    await tick();
    document.getElementById(this.optionId(this.active))?.scrollIntoView({ block: "nearest" });
  }
}
