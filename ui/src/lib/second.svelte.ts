import type { OfficerView } from "$ipc";
import { everyOfficer } from "$lib/every";
import { Loaded } from "$lib/loaded.svelte";

/** The second of two officers, as a dialog asks for him: typed, and never kept. */
export class Second {
  officer = $state("");
  passphrase = $state("");
  /** Who may be the second of two. */
  readonly officers = new Loaded<OfficerView[]>();

  /** A dialog asks for him. */
  ask(): void {
    this.forget();
    void this.officers.load(everyOfficer);
  }

  forget(): void {
    this.officer = this.passphrase = "";
  }

  get ready(): boolean {
    return this.officer !== "" && this.passphrase !== "";
  }

  /** What a call says of him. */
  get said(): { officer: string; passphrase: string } {
    return { officer: this.officer, passphrase: this.passphrase };
  }
}
