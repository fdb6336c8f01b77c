import { api, type LossConsent, type PickedName, type Restored, type RestoringProgress } from "$ipc";
import { Act } from "$lib/loaded.svelte";

/** How often it is asked how far it has come. */
const ASK = 300;

/** What would be lost, by the problem that says so, and what is to be said so that it is restored all the same. */
const LOSSES: Record<string, LossConsent> = { restore_older: "older", restore_forked: "anything", restore_unread: "anything" };

/** A vault that is made of a backup, before there is one: from where, to where, and how far it has come. */
export class Restoring {
  /** The folder of the backup, and that of the vault, by name. */
  from = $state.raw<PickedName | null>(null);
  to = $state.raw<PickedName | null>(null);
  /** What would be lost may be lost. */
  anyway = $state(false);
  come = $state.raw<RestoringProgress | null>(null);
  done = $state.raw<Restored | null>(null);
  readonly act = new Act();
  readonly picking = new Act();

  /** What may be lost so that it is restored all the same; nothing would be lost, as far as is known. */
  get loses(): LossConsent | null {
    return LOSSES[this.act.problem?.code ?? ""] ?? null;
  }

  async pick(what: "from" | "to"): Promise<void> {
    await this.picking.run(async () => {
      const picked = await (what === "from" ? api.pickBackup() : api.pickRestorePlace());
      if (!picked) return;
      this[what] = picked;
      // What was said of another folder is not said of this one.
      this.act.problem = null;
      this.anyway = false;
    });
  }

  async run(): Promise<void> {
    const may: LossConsent = (this.anyway && this.loses) || "nothing";
    this.anyway = false;
    this.come = null;
    const asking = setInterval(async () => {
      const come = await api.restoringProgress().catch(() => null);
      if (this.act.busy) this.come = come;
    }, ASK);
    await this.act.run(async () => {
      this.done = await api.restoreVault(may);
    });
    clearInterval(asking);
    this.come = null;
  }

  stop(): void {
    void api.stopRestoring().catch(() => undefined);
  }
}
