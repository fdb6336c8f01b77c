// How the window looks. Kept in memory: the page stores nothing anywhere.
import { api, type Lang } from "$ipc";
import { LANGUAGES, words } from "./words.svelte";

export type Theme = "system" | "light" | "dark";
export const THEMES: readonly Theme[] = ["system", "light", "dark"];

class Preferences {
  theme = $state<Theme>("system");

  /** Starts in the language of this computer where it is one of the four. */
  start(): void {
    const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
    const found = spoken.map((tag) => LANGUAGES.find((lang) => lang === tag)).find((lang) => lang !== undefined);
    this.#speak(found ?? "fr");
  }

  speak(lang: Lang): void {
    this.#speak(lang);
    // Rust stamps pages and writes cover sheets in this language; the screen does not wait for it.
    api.setLanguage(lang).catch(() => undefined);
  }

  choose(theme: Theme): void {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
  }

  #speak(lang: Lang): void {
    void words.use(lang).then(() => (document.documentElement.lang = words.lang));
  }
}

export const preferences = new Preferences();
