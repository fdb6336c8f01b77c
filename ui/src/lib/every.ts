// What one chooses among is wanted whole, and comes from Rust in pages like the lists do.
import { api, asProblem, type DossierView, type OfficerView, type PartnerView } from "$ipc";
import type { AskPage } from "./rows.svelte";

/** Rows that are asked for in one go: as many as Rust gives. */
const AT_ONCE = 1_000;
/** How often it is begun again because the list changed meanwhile. */
const TRIES = 3;

/** All rows of a list. */
export async function every<R>(ask: AskPage<R>): Promise<R[]> {
  for (let tried = 1; ; tried += 1) {
    try {
      const all: R[] = [];
      let after: string | null = null;
      do {
        const page = await ask(after, AT_ONCE);
        all.push(...page.rows);
        after = page.next;
      } while (after !== null);
      return all;
    } catch (thrown) {
      if (asProblem(thrown).code !== "list_changed" || tried === TRIES) throw thrown;
    }
  }
}

export const everyDossier = (): Promise<DossierView[]> =>
  every((after, limit) => api.dossiers({ query: null, status: null, sort: { by: "reference", descending: false }, limit, after }));

export const everyOfficer = (): Promise<OfficerView[]> =>
  every((after, limit) => api.officers({ query: null, sort: { by: "reference", descending: false }, limit, after }));

export const everyPartner = (): Promise<PartnerView[]> =>
  every((after, limit) => api.partners({ query: null, sort: { by: "reference", descending: false }, limit, after }));
