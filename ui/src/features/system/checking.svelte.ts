import { api, type Checkup, type Finding } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";

/** Findings that are shown at once: a folder that was copied by somebody else's tool may have one for each file. */
export const SHOWN = 100;

/** Whether everything in the vault's folder is as it should be. Gone with the lock: it was so then. */
export class Checking {
  readonly checkup = new Loaded<Checkup>();

  async run(): Promise<void> {
    if (this.checkup.busy) return;
    await this.checkup.load(() => api.checkVault());
  }

  /** The gravest, which come first. */
  get shown(): Finding[] {
    return (this.checkup.value?.findings ?? []).slice(0, SHOWN);
  }

  /** How many are not shown. */
  get more(): number {
    return (this.checkup.value?.findings.length ?? 0) - this.shown.length;
  }
}
