import { api, type ErrandProgress, type PickedName, type SharedDone, type TwoServers } from "$ipc";
import { Act } from "$lib/loaded.svelte";

/** How often it is asked how far it has come. */
const ASK = 300;

/** What is done at the two servers of a shared vault: where they are, and how far it has come. It outlives a lock. */
export class Errand {
  database = $state("");
  objects = $state("");
  /** The file of secrets that was picked: its name, and no more. */
  secrets = $state.raw<PickedName | null>(null);
  come = $state.raw<ErrandProgress | null>(null);
  done = $state.raw<SharedDone | null>(null);
  readonly act = new Act();
  readonly picking = new Act();

  async pickSecrets(): Promise<void> {
    await this.picking.run(async () => {
      // Who thinks better of it keeps the one of before.
      this.secrets = (await api.pickSecrets()) ?? this.secrets;
    });
  }

  /** Does it, and asks now and again how far it has come. */
  async run(act: (servers: TwoServers) => Promise<SharedDone | null>): Promise<void> {
    this.done = null;
    this.come = null;
    const asking = setInterval(async () => {
      const come = await api.errandProgress().catch(() => null);
      if (this.act.busy) this.come = come;
    }, ASK);
    await this.act.run(async () => {
      this.done = await act({ database: this.database.trim(), objects: this.objects.trim() });
    });
    clearInterval(asking);
    this.come = null;
  }

  stop(): void {
    void api.stopErrand().catch(() => undefined);
  }
}

/** The one that publishes the vault at this window. */
export const publishing = new Errand();
