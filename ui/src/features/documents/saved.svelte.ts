import { api, type DocumentFilter, type SavedView } from "$ipc";
import { fold } from "$lib/fold";
import { Act, Loaded } from "$lib/loaded.svelte";

/** Filters and orders of the register that this officer keeps under names. */
export class SavedViews {
  readonly all = new Loaded<SavedView[]>();
  readonly act = new Act();
  /** The dialog that keeps and removes them is open. */
  open = $state(false);
  name = $state("");

  load(): Promise<void> {
    return this.all.load(() => api.savedViews());
  }

  begin(): void {
    this.name = "";
    this.act.problem = null;
    this.open = true;
  }

  /** Whether something is kept under the name that is typed: keeping takes its place. */
  get replaces(): boolean {
    const typed = fold(this.name);
    return (this.all.value ?? []).some(({ name }) => fold(name) === typed);
  }

  /** Keeps what is looked for now; its name, or null where it was not done. */
  async keep(filter: DocumentFilter): Promise<string | null> {
    const name = this.name.trim();
    if (name === "" || !(await this.act.run(() => api.saveView(name, filter)))) return null;
    this.open = false;
    await this.load();
    return name;
  }

  async remove(name: string): Promise<void> {
    await this.act.run(() => api.removeView(name));
    await this.load();
  }
}
