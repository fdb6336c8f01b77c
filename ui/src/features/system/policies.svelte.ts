import { api, type MarkingOptions } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";
import { OWN_POLICY } from "$lib/own";

/** What a clearance or a briefing under a policy can name: its levels, the categories that must be held. */
export class PolicyChoice {
  policy = $state<string>(OWN_POLICY);
  readonly options = new Loaded<MarkingOptions>();

  async use(policy: string): Promise<void> {
    this.policy = policy;
    await this.options.load(() => api.markingOptions(policy));
  }

  get policies(): { value: string; label: string }[] {
    return (this.options.value?.policies ?? [this.policy]).map((policy) => ({ value: policy, label: policy }));
  }

  /** Levels that call for a clearance or a briefing, lowest first. */
  get levels(): { value: string; label: string }[] {
    return (this.options.value?.levels ?? [])
      .filter(({ level }) => level !== "unclassified")
      .map(({ name, banner }) => ({ value: name, label: banner.text }));
  }
}
