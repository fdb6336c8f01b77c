import { api, type AuthoritiesView } from "$ipc";
import { Loaded } from "$lib/loaded.svelte";

/** The longest name, in characters. Rust refuses a longer one. */
export const LONGEST = 200;

/** For whom the vault decides, as long as the officer is at the window. */
export class Authorities {
  readonly view = new Loaded<AuthoritiesView>();

  async start(): Promise<void> {
    if (!this.view.value) await this.load();
  }

  load(): Promise<void> {
    return this.view.load(() => api.authorities());
  }

  /** What a document may bear as its originator and still be this house's. */
  get names(): readonly string[] {
    const view = this.view.value;
    return view ? [view.vault, ...view.authorities] : [];
  }

  /** Whether it waits for the yes of another. */
  async add(name: string): Promise<boolean> {
    const request = await api.addAuthority(name);
    await this.load();
    return request !== null;
  }

  /** Whether it waits for the yes of another. */
  async remove(name: string, why: string): Promise<boolean> {
    const request = await api.removeAuthority(name, why);
    await this.load();
    return request !== null;
  }
}
