import { api, type Waiting } from "$ipc";
import { Loaded } from "./loaded.svelte";
import { t } from "./words.svelte";

/** Asked again this often while nobody goes anywhere. */
const AGAIN_MS = 60_000;

/** What may wait for an officer, and where its number stands. */
export const TASKS = {
  approve: "releases_to_decide",
  answer: "requests_to_answer",
  write: "packages_to_write",
  deliver: "custody_to_carry_out",
  confirm: "partners_to_confirm",
  decide: "terms_due",
  renew: "renewals_due",
  lead: "leads_to_propose",
} as const satisfies Record<string, keyof Waiting>;
export type Task = keyof typeof TASKS;

/** What waits for this officer. */
export class Waits {
  readonly all = new Loaded<Waiting>();

  load(): Promise<void> {
    return this.all.load(() => api.waiting());
  }

  /** Asks now and again, until the function that it gives back is called. */
  follow(also: () => void): () => void {
    const ticking = setInterval(() => {
      void this.load();
      also();
    }, AGAIN_MS);
    return () => clearInterval(ticking);
  }

  /** How much waits of several tasks. */
  of(tasks: readonly Task[]): number {
    return tasks.reduce((sum, task) => sum + this.#count(task), 0);
  }

  /** The same in words: `2 to approve, 1 to write`. */
  said(tasks: readonly Task[]): string {
    return tasks
      .filter((task) => this.#count(task) > 0)
      .map((task) => t(`ui-waiting-${task}`, { n: this.#count(task) }))
      .join(", ");
  }

  #count(task: Task): number {
    return this.all.value?.[TASKS[task]] ?? 0;
  }
}
