import { api } from "$ipc";
import { Act } from "$lib/loaded.svelte";
import { session } from "$lib/session.svelte";

/** The way in: who, the passphrase, and the wait after a wrong one. */
export class Unlocking {
  officer = $state(session.lastOfficer);
  passphrase = $state("");
  /** Seconds until Rust will listen again. Shown only: Rust keeps the time. */
  wait = $state(0);
  readonly act = new Act();
  /** The last try found no memory of the log: the officer may say that he goes on without it. */
  forgotten = $state(false);
  withoutMemory = $state(false);
  /** The last try was with an older identity file: the officer may say that he knows. */
  outdated = $state(false);
  olderIdentity = $state(false);
  #tick: ReturnType<typeof setInterval> | undefined;

  async choose(officer: string): Promise<void> {
    this.officer = officer;
    this.act.problem = null;
    this.#asksNothing();
    this.clock = null;
    this.#count(officer ? await api.unlockWait(officer).catch(() => 0) : 0);
  }

  /** What the officer is asked about this computer's clock, until his answer was heard; null when nothing is. */
  clock = $state.raw<{ days: string; last: string; now: string } | null>(null);
  /** The passphrase of his new keys, kept while he is asked. */
  #next = "";

  /** What he waits for, in words: his passphrase is tried first, which takes its time on purpose, then the log is read. */
  get step(): [key: string, values?: { done: number; total: number }] | null {
    if (!this.act.busy) return null;
    if (session.reading) return ["ui-unlock-read", session.reading];
    return [session.accepted ? "ui-unlock-reading" : "ui-unlock-checking"];
  }

  /** His keys were made by another: he makes his own before he comes in. */
  due = $state(false);

  /** The officer did not say that the clock is right: nothing was recorded. */
  doubt(): void {
    this.leaveKeys();
  }

  /** He says that it is right: what he wanted goes on. */
  trust(): Promise<boolean> {
    return this.due ? this.renew(this.#next, true) : this.unlock(true);
  }

  async unlock(clockIsRight = false): Promise<boolean> {
    if (!this.officer || !this.passphrase || this.wait > 0) return false;
    const { officer, passphrase } = this;
    const done = await this.act.run(() => session.unlock(officer, passphrase, this.withoutMemory ? "lost" : null, clockIsRight, this.olderIdentity));
    // Kept for the one answer: the passphrase was right.
    if (this.#asksForClock()) return false;
    this.due = this.act.problem?.code === "renewal_due";
    if (this.due) return false;
    const code = this.act.problem?.code ?? "";
    // Both may be so: what was said of the one stays said while the other is asked.
    if (["index_gone", "memory_altered"].includes(code)) [this.forgotten, this.withoutMemory] = [true, false];
    else if (code === "identity_older") [this.outdated, this.olderIdentity] = [true, false];
    else this.#asksNothing();
    this.passphrase = "";
    if (!done) this.#count(await api.unlockWait(officer).catch(() => 0));
    return done;
  }

  /** Makes new keys under another passphrase, and comes in with them. */
  async renew(next: string, clockIsRight = false): Promise<boolean> {
    const { officer, passphrase } = this;
    const done = await this.act.run(() => session.renewKeys(officer, passphrase, next, this.withoutMemory ? "lost" : null, clockIsRight, this.olderIdentity));
    this.#next = this.#asksForClock() ? next : "";
    if (done) this.leaveKeys();
    return done;
  }

  /** Not now: he stays outside. */
  leaveKeys(): void {
    this.due = false;
    this.passphrase = this.#next = "";
    this.act.problem = this.clock = null;
  }

  stop(): void {
    clearInterval(this.#tick);
    this.passphrase = this.#next = "";
  }

  /** True where the last try ended with the question; only he answers it. */
  #asksForClock(): boolean {
    const problem = this.act.problem;
    const { days = "", last = "", now = "" } = problem?.params ?? {};
    this.clock = problem?.code === "clock_far_ahead" ? { days, last, now } : null;
    return this.clock !== null;
  }

  #asksNothing(): void {
    this.forgotten = this.withoutMemory = this.outdated = this.olderIdentity = false;
  }

  #count(seconds: number): void {
    clearInterval(this.#tick);
    this.wait = Math.ceil(seconds);
    if (this.wait <= 0) return;
    const until = performance.now() + seconds * 1000;
    this.#tick = setInterval(() => {
      this.wait = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      if (this.wait === 0) clearInterval(this.#tick);
    }, 250);
  }
}
