import { api, type GuideFile, type GuideView, type Topic, type TopicChange, type TopicPart } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { rank } from "$lib/levels";

/** What of a topic differs. Words: `ui-guide-import-part-<part>`. */
export const PARTS: readonly TopicPart[] = ["name", "floor", "interest", "harm", "categories", "hints"];

/** The same whatever the order in which languages and values are written. */
function same(one: unknown): string {
  if (Array.isArray(one)) return JSON.stringify([...one].sort());
  if (typeof one === "object" && one !== null) return JSON.stringify(Object.entries(one).sort());
  return JSON.stringify(one);
}

/** What puts another guide in the place of one: what would be lost or fall first, then the gravest first. */
export function changes(now: readonly Topic[], then: readonly Topic[]): TopicChange[] {
  const found: TopicChange[] = [];
  for (const topic of then) {
    const before = now.find(({ id }) => id === topic.id) ?? null;
    const parts = before ? PARTS.filter((part) => same(before[part]) !== same(topic[part])) : [];
    if (!before || parts.length > 0) found.push({ kind: before ? "changed" : "added", topic, before, parts });
  }
  for (const topic of now) {
    if (!then.some(({ id }) => id === topic.id)) found.push({ kind: "removed", topic, before: null, parts: [] });
  }
  const weight = (change: TopicChange) => (change.kind === "removed" ? 0 : lowers(change) ? 1 : change.kind === "changed" ? 2 : 3);
  return found.sort((one, other) => weight(one) - weight(other) || rank(other.topic.floor) - rank(one.topic.floor));
}

/** Whether a topic would call for less than it does. */
export function lowers({ topic, before }: TopicChange): boolean {
  return before !== null && (rank(topic.floor) < rank(before.floor) || before.categories.some((value) => !topic.categories.includes(value)));
}

/** A guide from a file, while it is looked at. */
export class Importing {
  file = $state.raw<GuideFile | null>(null);
  readonly act = new Act();

  /** Asks for a file. What is wrong with it is in `act.problem`. */
  async pick(): Promise<void> {
    await this.act.run(async () => {
      this.file = await api.importGuide();
    });
  }

  changes(view: GuideView | null): TopicChange[] {
    return view && this.file ? changes(view.topics, this.file.topics) : [];
  }

  /** Whether it would change anything at all. */
  different(view: GuideView | null): boolean {
    return this.file !== null && view !== null && (this.file.aggregation !== view.aggregation || this.changes(view).length > 0);
  }
}
