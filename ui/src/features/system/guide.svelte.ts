import { api, type Guide as Topics, type GuideView, type Interest, type Topic } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";
import { fold } from "$lib/fold";
import { rank } from "$lib/levels";
import { t, words } from "$lib/words.svelte";

/** Article 3, § 1, of the Act of 11 December 1998. Words: `interest-<letter>`. */
export const INTERESTS: readonly Interest[] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];

/** A text of the guide in the page's language, else in the first language that it has. */
export function said(texts: { [key in string]: string }): string {
  return texts[words.lang] || texts.en || Object.values(texts).find((text) => text !== "") || "";
}

/** `c) internal security …`: the interest as the law counts it. */
export const interestOf = (interest: Interest): string => t("ui-interest", { letter: interest, text: t(`interest-${interest}`) });


/** An identifier from a name: `L’identité d’une source` → `l-identite-d-une-source`. */
export function slug(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}

/** Topics in the order to offer them: chosen, then proposed, then the gravest first. */
export function offered(topics: readonly Topic[], chosen: readonly string[], suggested: readonly string[]): Topic[] {
  const order = (topic: Topic) => (chosen.includes(topic.id) ? 0 : suggested.includes(topic.id) ? 1 : 2);
  return [...topics].sort((one, other) => order(one) - order(other) || rank(other.floor) - rank(one.floor));
}

/** Topics that have every typed word in their name, hints or identifier. */
export function searched(topics: readonly Topic[], typed: string): Topic[] {
  const parts = fold(typed).split(/\s+/).filter(Boolean);
  const text = (topic: Topic) => fold([topic.id, ...Object.values(topic.name), ...topic.hints].join(" "));
  return topics.filter((topic) => parts.every((part) => text(topic).includes(part)));
}

/** Values of `Handling` that chosen topics call for and that the marking has not got. */
export function wanting(topics: readonly Topic[], chosen: readonly string[], has: readonly string[]): string[] {
  const needed = topics.filter(({ id }) => chosen.includes(id)).flatMap(({ categories }) => categories);
  return [...new Set(needed)].filter((value) => !has.includes(value));
}

/** The guide in force, as long as the officer is at the window. */
export class Guide {
  readonly view = new Loaded<GuideView>();

  async start(): Promise<void> {
    if (!this.view.value) await this.load();
  }

  load(): Promise<void> {
    return this.view.load(() => api.guide());
  }

  get topics(): readonly Topic[] {
    return this.view.value?.topics ?? [];
  }

  find(id: string): Topic | undefined {
    return this.topics.find((topic) => topic.id === id);
  }

  /** Whether it waits for the yes of another. */
  async replace(draft: Topics): Promise<boolean> {
    const request = await api.replaceGuide(draft);
    await this.load();
    return request !== null;
  }
}
