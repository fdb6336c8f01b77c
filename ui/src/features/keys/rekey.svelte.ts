import { api, type RekeyScope, type Rekeyed } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { filled } from "$lib/missing";
import { Second } from "$lib/second.svelte";
import { session } from "$lib/session.svelte";

/** Documents that are sealed for the present keys: of which, how, how far it has come, what came of it. */
export class Rekey {
  /** What it is about, as it is called; null while nobody asks. */
  asking = $state.raw<{ scope: RekeyScope; what: string } | null>(null);
  deep = $state(false);
  /** Whether a second officer is here, for what two open; what they open it for. */
  two = $state(false);
  purpose = $state("");
  readonly second = new Second();
  done = $state.raw<Rekeyed | null>(null);
  readonly act = new Act();

  ask(scope: RekeyScope, what: string): void {
    this.asking = { scope, what };
    this.deep = this.two = false;
    this.purpose = "";
    this.second.forget();
    this.done = null;
    this.act.problem = null;
  }

  async run(): Promise<void> {
    const scope = this.asking?.scope;
    if (!scope || this.done || !this.ready) return;
    const { deep, together } = this;
    const second = together ? this.second.said : null;
    session.rekeying = null;
    await this.act.run(async () => {
      this.done = await api.rekey(scope, deep, second, together ? this.purpose.trim() : "");
    });
    this.second.passphrase = "";
    session.rekeying = null;
  }

  /** Whether two do it: only the content is sealed again by two. */
  get together(): boolean {
    return this.deep && this.two;
  }

  get ready(): boolean {
    return !this.together || (this.second.ready && filled(this.purpose));
  }

  /** What is sealed by then stays so. */
  stop(): void {
    void api.stopRekeying().catch(() => undefined);
  }

  /** Closed while it runs, it stops: nobody would see how it ends. */
  dismiss(): void {
    if (this.act.busy) this.stop();
    this.second.forget();
    this.asking = null;
  }
}
