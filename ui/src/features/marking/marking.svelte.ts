import { api, type CategoryDraft, type ComposedMarking, type MarkingDefaults, type MarkingDraft, type MarkingOptions, type MarkingTag, type TagValue } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";
import { OWN_POLICY } from "$lib/own";

/** The tag that says who may receive: absent means the policy's own nations only. */
export const RELEASABLE = "Releasable To";

/** Whether a value may stand under a classification. An empty list means that it depends on other values: Rust says. */
export function legal(value: TagValue, classification: string): boolean {
  return value.legal_from.length === 0 || value.legal_from.includes(classification);
}

/** The chosen values, without tags that have none and without what the classification does not allow. */
export function categories(tags: readonly MarkingTag[], chosen: Record<string, string[]>, classification: string): CategoryDraft[] {
  return tags
    .map((tag) => ({
      tag: tag.name,
      values: (chosen[tag.name] ?? []).filter((name) => tag.values.some((v) => v.name === name && legal(v, classification))),
    }))
    .filter(({ values }) => values.length > 0);
}

/** Chosen values by tag; a tag may stand there once for each of its kinds. */
export function valuesOf(drafts: readonly CategoryDraft[]): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const { tag, values } of drafts) chosen[tag] = [...(chosen[tag] ?? []), ...values];
  return chosen;
}

/** What was chosen last, as choices. */
export function chosenOf(last: MarkingDefaults): Record<string, string[]> {
  const chosen = valuesOf(last.categories);
  if (last.releasability) chosen[RELEASABLE] = [...last.releasability];
  return chosen;
}

/** Whether two choices are the same, in whatever order they were made. */
export function sameChoice(one: Record<string, string[]>, other: Record<string, string[]>): boolean {
  const flat = (chosen: Record<string, string[]>) =>
    Object.entries(chosen).flatMap(([tag, values]) => values.map((value) => `${tag}\n${value}`)).sort().join("\n\n");
  return flat(one) === flat(other);
}

/** True for an audience that was narrowed and leaves Belgium out. */
export function leavesHomeOut(tag: MarkingTag, chosen: readonly string[]): boolean {
  const known = tag.values.filter(({ name }) => chosen.includes(name));
  return known.length > 0 && !known.some(({ home }) => home);
}

/** A marking under choice. It begins without a level, and only the officer gives it one. */
export class Marking {
  policy = $state<string>(OWN_POLICY);
  level = $state("");
  chosen = $state<Record<string, string[]>>({});
  review = $state("");
  readonly options = new Loaded<MarkingOptions>();
  readonly composed = new Loaded<ComposedMarking>();

  get draft(): MarkingDraft {
    return {
      policy: this.policy,
      classification: this.level,
      categories: categories(this.options.value?.tags ?? [], this.chosen, this.level),
      review: this.review || null,
    };
  }

  /** A marking that may be given: composed, without a problem, and of the level that is chosen now. */
  get settled(): boolean {
    const composed = this.composed.value;
    return this.level !== "" && !this.composed.busy && !!composed?.banner && composed.problems.length === 0;
  }

  async start(): Promise<void> {
    if (this.options.value?.policy !== this.policy) await this.options.load(() => api.markingOptions(this.policy));
  }

  async usePolicy(policy: string): Promise<void> {
    this.policy = policy;
    this.level = "";
    this.chosen = {};
    this.composed.clear();
    await this.options.load(() => api.markingOptions(policy));
  }

  async compose(): Promise<void> {
    const draft = this.draft;
    if (draft.classification === "") this.composed.clear();
    else await this.composed.load(() => api.composeMarking(draft));
  }

  clear(): void {
    this.level = "";
    this.chosen = {};
    this.review = "";
    this.composed.clear();
  }
}
