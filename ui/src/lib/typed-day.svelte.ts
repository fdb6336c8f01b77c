import { untrack } from "svelte";
import { dayOf, readDay } from "./days";
import { words } from "./words.svelte";

/**
 * A day being typed: in the officer's own spelling while it is written, in the language's when it is set from outside.
 * Made while a component is set up.
 */
export class TypedDay {
  /** What stands in the field. */
  typed = $state("");
  /** The officer went on to something else: what is still no day is said to be none. */
  left = $state(false);
  readonly today = dayOf(new Date());
  readonly #put: (day: string) => void;
  readonly #day: () => string;

  /** `day` is `2026-11-22`, or empty: nothing typed, or nothing that is a day. */
  constructor(day: () => string, put: (day: string) => void) {
    this.#day = day;
    this.#put = put;
    this.typed = day() ? words.day(day()) : "";
    // Only a day that is set from outside rewrites what is typed: between a key and its reading the two may differ.
    $effect(() => {
      const now = day();
      untrack(() => {
        const read = readDay(this.typed, this.today);
        if (now && read !== now) this.typed = words.day(now);
        else if (!now && read) this.typed = "";
      });
    });
  }

  /** Something is typed that is no day. */
  get wrong(): boolean {
    return this.typed.trim() !== "" && !this.#day();
  }

  read(): void {
    this.#put(readDay(this.typed, this.today) ?? "");
  }

  leave(): void {
    this.left = true;
    if (this.#day()) this.typed = words.day(this.#day());
  }
}
