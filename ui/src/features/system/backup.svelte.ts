import { api, type BackedUp } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { session } from "$lib/session.svelte";

/** A backup that is made: how far it has come is the session's, what came of it is here. */
export class Backup {
  made = $state.raw<BackedUp | null>(null);
  readonly act = new Act();

  async run(): Promise<void> {
    session.backingUp = null;
    this.made = null;
    await this.act.run(async () => {
      this.made = await api.backUp();
      // Where it was made is remembered by this workstation.
      await session.refresh();
    });
    session.backingUp = null;
  }

  /** The backup before stays what it was. */
  stop(): void {
    void api.stopBackup().catch(() => undefined);
  }
}
