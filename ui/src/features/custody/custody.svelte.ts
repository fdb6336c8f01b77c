import { api, type CarriedOutView, type Custodian, type CustodyView, type DossierView, type OfficerView, type Shared } from "$ipc";
import { everyDossier, everyOfficer } from "$lib/every";
import { Loaded } from "$lib/loaded.svelte";
import { t } from "$lib/words.svelte";

/** The longest that a use may wait, in hours: thirty days. Rust refuses more. */
export const LONGEST_WAIT = 720;

/** On whose word alone somebody is an officer. */
export const word = (by: string | null): string => (by ? t("ui-custody-on-word", { officer: by }) : "");

/** Custodians as one line, each with who let him in alone. */
export const named = (people: readonly Custodian[]): string =>
  people.map(({ full_name, id, word: by }) => `${full_name} (${by ? `${id}, ${word(by)}` : id})`).join(", ");

/** A whole number between two, or null. */
export function whole(typed: string, least: number, most: number): number | null {
  const text = typed.trim();
  if (!/^\d{1,4}$/.test(text)) return null;
  const number = Number(text);
  return number >= least && number <= most ? number : null;
}

/** Who shares custody, and its uses. */
export class Custody {
  readonly view = new Loaded<CustodyView>();
  /** Whom one chooses among. */
  readonly officers = new Loaded<OfficerView[]>();
  readonly dossiers = new Loaded<DossierView[]>();

  load(): Promise<void> {
    return this.view.load(() => api.custody());
  }

  async choices(): Promise<void> {
    await Promise.all([this.officers.load(everyOfficer), this.dossiers.load(everyDossier)]);
  }

  async share(threshold: number, custodians: string[], waiting_hours: number): Promise<Shared> {
    const shared = await api.shareCustody({ threshold, custodians, waiting_hours });
    await this.load();
    return shared;
  }

  /** `whom`: `officer:muster`, `dossier:HAVEN`. */
  async request(whom: string, why: string): Promise<void> {
    const id = whom.slice(whom.indexOf(":") + 1);
    await api.requestCustody(whom.startsWith("officer:") ? { officer: id } : { dossier: id }, why);
    await this.load();
  }

  async carryOut(id: string): Promise<CarriedOutView> {
    const done = await api.carryOutCustody(id);
    await this.load();
    return done;
  }

  async stop(id: string, why: string): Promise<void> {
    await api.refuseAssent(id, why);
    await this.load();
  }
}
