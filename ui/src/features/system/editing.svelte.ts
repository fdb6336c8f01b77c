import type { GuideView, Level, Topic } from "$ipc";
import { rank } from "$lib/levels";
import { slug } from "./guide.svelte";

/** A topic as it is typed: every language has its field. */
export type TopicDraft = {
  id: string;
  name: Record<string, string>;
  harm: Record<string, string>;
  interest: string;
  floor: string;
  categories: string[];
  hints: string;
};
export type Fault = "name" | "floor" | "interest" | "harm" | "double" | "id";

const WHOLE = /^[a-z0-9-]{1,40}$/;
/** What was written, each on one line. */
const filled = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([lang, text]) => [lang, text.replace(/\s+/g, " ").trim()]).filter(([, text]) => text !== ""));

export const blank = (): TopicDraft => ({ id: "", name: {}, harm: {}, interest: "", floor: "", categories: [], hints: "" });

export const draftOf = (topic: Topic): TopicDraft => ({
  ...topic,
  name: { ...topic.name },
  harm: { ...topic.harm },
  interest: topic.interest ?? "",
  categories: [...topic.categories],
  hints: topic.hints.join(", "),
});

/** Words that propose a topic, as they are typed: between commas or on lines of their own. */
export const hintsOf = (typed: string): string[] => [...new Set(typed.split(/[,;\n]/).map((hint) => hint.trim()).filter(Boolean))];

/** The identifier that a new topic gets: its English name, else whichever it has. */
export function idOf(draft: TopicDraft): string {
  if (draft.id) return draft.id;
  return slug(draft.name.en?.trim() || Object.values(draft.name).find((text) => text.trim()) || "");
}

/** What is missing before a topic can stand in the guide. Rust refuses the same. */
export function faults(draft: TopicDraft, others: readonly Topic[]): Fault[] {
  const found: Fault[] = [];
  const id = idOf(draft);
  if (Object.keys(filled(draft.name)).length === 0) found.push("name");
  else if (!WHOLE.test(id)) found.push("id");
  if (others.some((other) => other.id === id)) found.push("double");
  if (!draft.floor) found.push("floor");
  else if (draft.floor !== "unclassified") {
    if (!draft.interest) found.push("interest");
    if (Object.keys(filled(draft.harm)).length === 0) found.push("harm");
  }
  return found;
}

export const topicOf = (draft: TopicDraft): Topic => ({
  id: idOf(draft),
  name: filled(draft.name),
  harm: filled(draft.harm),
  interest: (draft.interest || null) as Topic["interest"],
  floor: draft.floor as Level,
  categories: [...draft.categories],
  hints: hintsOf(draft.hints),
});

/** The guide as the security officer is rewriting it. Kept over a lock, by Rust, for the same officer alone. */
export class Rewriting {
  static readonly draft = "guide";
  topics = $state.raw<readonly Topic[] | null>(null);
  aggregation = $state("");
  /** What was in force when it began. */
  #before: GuideView | null = null;

  get draft() {
    if (!this.changed(this.#before)) return null;
    const { topics, aggregation } = this;
    return { topics, aggregation, before: this.#before };
  }

  goOn({ topics, aggregation, before }: NonNullable<Rewriting["draft"]>): void {
    this.topics = topics;
    this.aggregation = aggregation;
    this.#before = before;
  }

  /** Begins with what is in force, unless something was rewritten already. */
  begin(view: GuideView): void {
    if (this.topics && this.changed(this.#before)) return;
    this.#before = view;
    this.topics = view.topics;
    this.aggregation = String(view.aggregation);
  }

  /** Topics, the gravest first. */
  get sorted(): Topic[] {
    return [...(this.topics ?? [])].sort((one, other) => rank(other.floor) - rank(one.floor));
  }

  put(topic: Topic, instead: string | null): void {
    const topics = this.topics ?? [];
    const at = topics.findIndex(({ id }) => id === instead);
    this.topics = at < 0 ? [...topics, topic] : topics.with(at, topic);
  }

  remove(id: string): void {
    this.topics = (this.topics ?? []).filter((topic) => topic.id !== id);
  }

  /** From how many documents on combining them is warned of; null where what was typed is no such number. */
  get threshold(): number | null {
    const number = Number(this.aggregation);
    return /^\d{1,6}$/.test(this.aggregation.trim()) && number >= 2 ? number : null;
  }

  changed(view: GuideView | null): boolean {
    if (!view || !this.topics) return false;
    return this.aggregation.trim() !== String(view.aggregation) || JSON.stringify(this.topics) !== JSON.stringify(view.topics);
  }

  forget(): void {
    this.topics = null;
    this.aggregation = "";
    this.#before = null;
  }
}
