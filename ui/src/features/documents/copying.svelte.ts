import { api, type OpenedView, type WordView } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { toasts } from "$lib/toasts.svelte";
import { t } from "$lib/words.svelte";
import { bytes, everything, extended, isArrow, type Span } from "./selection";

type Stroke = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey">;

/** What is selected on a page of the document that is open, and copying it: Rust decides, records, marks, and fills the clipboard. */
export class Copying {
  /** The page on which something is selected, from 1. */
  page = $state(1);
  span = $state.raw<Span | null>(null);
  readonly act = new Act();
  readonly #words = new Map<number, readonly WordView[]>();
  readonly #opened: () => OpenedView;

  constructor(opened: () => OpenedView) {
    this.#opened = opened;
  }

  /** The words of a page came. */
  learned(page: number, words: readonly WordView[]): void {
    this.#words.set(page, words);
  }

  select(page: number, span: Span | null): void {
    this.page = page;
    this.span = span;
    this.act.problem = null;
  }

  /** True where a key was of selecting or copying, and was answered. `page`: the one that is read. */
  key(stroke: Stroke, page: number): boolean {
    if (stroke.altKey || stroke.metaKey) return false;
    const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
    if (stroke.ctrlKey && !stroke.shiftKey && (key === "a" || key === "c")) {
      // Identifiers next to the page are selected by the browser, and copied by it.
      if (key === "c" && this.span === null && !getSelection()?.isCollapsed) return false;
      if (!this.#opened().copied) toasts.say(t("ui-viewer-not-copied"));
      else if (key === "a") this.#reach(page, everything(this.#of(page)));
      else void this.copy();
      return true;
    }
    if (!this.#opened().copied) return false;
    if (stroke.shiftKey && !stroke.ctrlKey && isArrow(key)) {
      // Where something is selected, it goes on there.
      const at = this.span ? this.page : page;
      this.#reach(at, extended(this.#of(at), this.span, key));
      return true;
    }
    if (key === "Escape" && this.span) {
      this.select(this.page, null);
      return true;
    }
    return false;
  }

  async copy(): Promise<void> {
    const words = this.#of(this.page);
    const part = this.span && bytes(words, this.span);
    if (!part) return toasts.say(t("ui-viewer-select-first"));
    if (await this.act.run(() => api.copyText(this.#opened().handle, this.page, part.begin, part.end))) toasts.say(t("ui-viewer-copied"));
  }

  #of(page: number): readonly WordView[] {
    return this.#words.get(page) ?? [];
  }

  #reach(page: number, span: Span | null): void {
    if (!span) toasts.say(t("ui-viewer-select-none"));
    this.select(page, span);
  }
}
