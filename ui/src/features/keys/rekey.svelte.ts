import { api, type RekeyScope, type Rekeyed } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { session } from "$lib/session.svelte";

/** Documents that are sealed for the present keys: of which, how, how far it has come, what came of it. */
export class Rekey {
  /** What it is about, as it is called; null while nobody asks. */
  asking = $state.raw<{ scope: RekeyScope; what: string } | null>(null);
  deep = $state(false);
  done = $state.raw<Rekeyed | null>(null);
  readonly act = new Act();

  ask(scope: RekeyScope, what: string): void {
    this.asking = { scope, what };
    this.deep = false;
    this.done = null;
    this.act.problem = null;
  }

  async run(): Promise<void> {
    const scope = this.asking?.scope;
    if (!scope || this.done) return;
    const deep = this.deep;
    session.rekeying = null;
    await this.act.run(async () => {
      this.done = await api.rekey(scope, deep);
    });
    session.rekeying = null;
  }

  /** What is sealed by then stays so. */
  stop(): void {
    void api.stopRekeying().catch(() => undefined);
  }

  /** Closed while it runs, it stops: nobody would see how it ends. */
  dismiss(): void {
    if (this.act.busy) this.stop();
    this.asking = null;
  }
}
