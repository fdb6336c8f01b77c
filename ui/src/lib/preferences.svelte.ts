// How the window looks. This workstation remembers it, by Rust: the page stores nothing anywhere.
import { api, asProblem, type FirstLook, type FirstStart, type Lang, type List, type Pane, type Preference, type Preferences as Remembered, type Sort, type Theme } from "$ipc";
import { toasts } from "./toasts.svelte";
import { LANGUAGES, words } from "./words.svelte";

export const THEMES: readonly Theme[] = ["system", "light", "dark"];

/** How large text may be, in hundredths of the usual size. */
export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const;

/** Ctrl with +, − or 0: larger, smaller, as usual. */
export function isTextSize(event: { ctrlKey: boolean; altKey: boolean; metaKey: boolean; key: string }): boolean {
  return event.ctrlKey && !event.altKey && !event.metaKey && ["+", "=", "-", "0"].includes(event.key);
}

class Preferences {
  theme = $state<Theme>("system");
  /** In hundredths of the usual size. Rust makes the page that large. */
  text = $state(100);
  #panes = $state<{ [pane in Pane]?: number }>({});
  #lists = $state<{ [list in List]?: Sort }>({});
  #recalled = false;
  /** Before there is a vault: another part of the program remembers it. */
  #first = false;
  #said = false;

  /** Speaks the language of this computer where it is one of the four: where the program does not answer what it speaks itself. */
  guess(): void {
    if (this.#recalled) return;
    const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
    const found = spoken.map((tag) => LANGUAGES.find((lang) => lang === tag)).find((lang) => lang !== undefined);
    void this.#speak(found ?? "fr");
  }

  /** What the program speaks and this workstation remembers, once: from then on the window knows better. Titles of native windows,
   * stamps and cover sheets are in the program's language, so the screen is. */
  recall(language: Lang, { theme, text_percent, panes, lists }: Remembered): void {
    if (this.#recalled) return;
    this.#recalled = true;
    void this.#speak(language);
    if (theme) this.#show(theme);
    this.text = text_percent ?? 100;
    this.#panes = { ...panes };
    this.#lists = { ...lists };
  }

  /** The same before there is a vault. */
  begin({ language, theme, text_percent }: FirstStart): Promise<void> {
    this.#first = true;
    if (theme) this.#show(theme);
    this.text = text_percent ?? 100;
    return this.#speak(language);
  }

  speak(lang: Lang): void {
    void this.#speak(lang);
    // Rust stamps pages and writes cover sheets in this language; the screen does not wait for it.
    (this.#first ? api.speakFirst(lang) : api.setLanguage(lang)).catch((thrown) => this.#notRemembered(thrown));
  }

  choose(theme: Theme): void {
    this.#show(theme);
    this.#look({ what: "theme", theme });
  }

  /** How many times as large as usual. */
  get times(): number {
    return this.text / 100;
  }

  resize(percent: number): void {
    if (percent === this.text) return;
    this.text = percent;
    this.#look({ what: "text", percent });
  }

  /** What a key does to the size of the text; false where it is another key. */
  key(event: { ctrlKey: boolean; altKey: boolean; metaKey: boolean; key: string }): boolean {
    if (!isTextSize(event)) return false;
    const larger = TEXT_SIZES.find((size) => size > this.text);
    const smaller = TEXT_SIZES.findLast((size) => size < this.text);
    if (event.key === "0") this.resize(100);
    else this.resize((event.key === "-" ? smaller : larger) ?? this.text);
    return true;
  }

  /** How large a pane was made, in pixels; null: as it comes. */
  pane(pane: Pane): number | null {
    return this.#panes[pane] ?? null;
  }

  /** Makes a pane so large; it is remembered once the hand rests. */
  size(pane: Pane, size: number, rested: boolean): void {
    this.#panes[pane] = Math.round(size);
    if (rested) this.#remember({ what: "pane", pane, size: Math.round(size) });
  }

  /** In what order a list was left. */
  sort(list: List): Sort | null {
    return this.#lists[list] ?? null;
  }

  order(list: List, sort: Sort): void {
    this.#lists[list] = sort;
    this.#remember({ what: "list", list, sort });
  }

  #show(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
  }

  async #speak(lang: Lang): Promise<void> {
    await words.use(lang);
    document.documentElement.lang = words.lang;
  }

  #look(look: FirstLook): void {
    if (this.#first) api.rememberFirst(look).catch((thrown) => this.#notRemembered(thrown));
    else this.#remember(look);
  }

  #remember(preference: Preference): void {
    api.remember(preference).catch((thrown) => this.#notRemembered(thrown));
  }

  /** Said once: it will be the same with every other choice. */
  #notRemembered(thrown: unknown): void {
    if (this.#said) return;
    this.#said = true;
    const { what, fix } = words.problem(asProblem(thrown));
    toasts.say(`${what} ${fix}`);
  }
}

export const preferences = new Preferences();
