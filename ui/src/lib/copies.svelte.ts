import { api, type CopiesView, type Fetched, type KeptDossier } from "$ipc";
import { Act, Loaded } from "./loaded.svelte";
import { session } from "./session.svelte";

/** What came meanwhile is fetched so long after it came, in milliseconds: often several come together. */
const LATER_MS = 20_000;

/** Copies of sealed documents on this workstation, and the dossiers that its officer keeps here. */
export class Copies {
  /** Nothing in it: the vault is all in its folder, and nothing is kept besides. */
  readonly standing = new Loaded<{ now: CopiesView | null }>();
  readonly kept = new Loaded<KeptDossier[]>();
  /** What came of fetching last. */
  fetched = $state.raw<Fetched | null>(null);
  /** Of keeping and fetching. */
  readonly act = new Act();
  /** Of the limit, and of removing. */
  readonly change = new Act();
  /** The dossier that is being brought here: kept from the first moment on. */
  keeping = $state<string | null>(null);
  #later: ReturnType<typeof setTimeout> | undefined;
  /** The fetching that goes on. */
  #going: Promise<void> = Promise.resolve();

  async load(): Promise<void> {
    await this.standing.load(async () => ({ now: await api.copies() }));
    if (this.standing.value?.now) await this.kept.load(() => api.keptDossiers());
  }

  /** How a dossier stands that is kept here. */
  of(key: string): KeptDossier | undefined {
    return this.kept.value?.find((kept) => kept.key === key);
  }

  isKept(key: string): boolean {
    return this.keeping === key || this.of(key) !== undefined;
  }

  async keep(key: string): Promise<void> {
    this.keeping = key;
    await this.#fetch(() => api.keepDossier(key));
    if (this.keeping === key) this.keeping = null;
  }

  async stopKeeping(key: string): Promise<void> {
    this.fetched = null;
    // What is being fetched for it ends.
    await this.change.run(() => api.stopKeeping(key));
    await this.#going;
    await this.load();
  }

  /** Ends fetching; what was fetched stays. */
  stop(): void {
    void api.stopFetching().catch(() => undefined);
  }

  /** The log grew: what came to a dossier that is kept here is fetched, a little later. */
  follow(): void {
    if ((this.kept.value?.length ?? 0) === 0) return;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#fetch(() => api.fetchKept()), LATER_MS);
  }

  /** In gigabytes; null goes by the disk. */
  async limit(gigabytes: number | null): Promise<void> {
    await this.change.run(() => api.limitCopies(gigabytes));
    await this.load();
  }

  async remove(): Promise<void> {
    await this.change.run(() => api.removeCopies());
    await this.load();
  }

  leave(): void {
    clearTimeout(this.#later);
  }

  async #fetch(ask: () => Promise<Fetched>): Promise<void> {
    // One at a time: the later one fetches what is left of the earlier as well.
    if (this.act.busy) this.stop();
    const before = this.#going;
    this.#going = before.then(() => this.#run(ask));
    await this.#going;
  }

  async #run(ask: () => Promise<Fetched>): Promise<void> {
    session.fetching = null;
    this.fetched = null;
    await this.act.run(async () => {
      this.fetched = await ask();
    });
    // Stopping is what somebody wanted.
    if (this.act.problem?.code === "cancelled") this.act.problem = null;
    session.fetching = null;
    await this.load();
  }
}
