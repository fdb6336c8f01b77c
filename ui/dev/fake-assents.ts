// What waits for the yes of others, in the invented vault.
import type { AssentView, ClearanceView, GuideView, Level, ReleaseView } from "../src/lib/ipc/bindings";
import { BANNERS, NAMES, PARTNERS } from "./fake-data";

/** All that waits: one of each kind, and the releases that nobody has decided about. `officer`: who is at the window. */
export const assentsOf = (guide: GuideView, vault: string, releases: readonly ReleaseView[], officer: string | undefined): AssentView[] => {
  const held = (level: Level, until: string): ClearanceView => ({ officer: "muster", policy: "BEL", level: NAMES[level], banner: BANNERS[level], categories: {}, from: "2026-11-01", until, status: "valid", certificate: "ANS-2026-12417", authority: "ANS/NVO", renewal_due: false });
  const clearance: AssentView = {
    id: "a1", kind: "clearance", about: "muster", by: "voorbeeld", since: "2026-11-20T09:12:00Z", given: 0, needed: 1, mine: true,
    asked: { clearance: { clearance: held("secret", "2031-10-31"), full_name: "Muster, Erika", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never", holds: [held("confidential", "2027-03-31")], opens: 3 } },
    name: "Muster, Erika", status: "waiting", may_give: true, why_not: [], may_refuse: true, may_withdraw: false, warnings: [],
  };
  const approval: AssentView = {
    id: "a2", kind: "approval", about: "CIS-2026-7", by: "voorbeeld", since: "2026-11-20T10:02:00Z", given: 0, needed: 1, mine: true,
    asked: { approval: { authority: "ANS/NVO", reference: "CIS-2026-7", ceiling: "secret", until: "2029-11-30", exercise_ends: true, full_rules_begin: true, confirms: [
      { to: "proef", full_name: "Greta Proef", by: "voorbeeld", by_name: "Anna Voorbeeld", roles: ["security-officer"], clearance: null, authorised: null, admitted: false, decided: null, own: true },
      { to: "muster", full_name: "Muster, Erika", by: "voorbeeld", by_name: "Anna Voorbeeld", roles: [], clearance: { banner: BANNERS.secret, until: "2031-10-31" }, authorised: null, admitted: false, decided: null, own: false },
      { to: "muster", full_name: "Muster, Erika", by: "voorbeeld", by_name: "Anna Voorbeeld", roles: [], clearance: null, authorised: null, admitted: true, decided: null, own: false },
      { to: "muster", full_name: "Muster, Erika", by: "voorbeeld", by_name: "Anna Voorbeeld", roles: [], clearance: null, authorised: null, admitted: false, decided: { what: "partner", name: "service-fictif" }, own: false },
    ] } },
    name: "ANS/NVO", status: "waiting", may_give: true, why_not: [], may_refuse: true, may_withdraw: false, warnings: [],
  };
  const [first, second] = guide.topics;
  const rules: AssentView = {
    id: "a3", kind: "guide", about: vault, by: "voorbeeld", since: "2026-11-20T11:40:00Z", given: 0, needed: 1, mine: true,
    asked: { guide: { kept: guide.topics.length - 2, aggregation: 8, aggregation_now: guide.aggregation, changes: [
      { kind: "removed", topic: second!, before: null, parts: [] },
      { kind: "changed", topic: { ...first!, floor: "confidential" }, before: first!, parts: ["floor"] },
    ] } },
    name: vault, status: "waiting", may_give: true, why_not: [], may_refuse: true, may_withdraw: false, warnings: [],
  };
  const list: AssentView = {
    id: "a4", kind: "authorities", about: "Cellule Itinéraires", by: "voorbeeld", since: "2026-11-20T11:52:00Z", given: 0, needed: 1, mine: true,
    asked: { authorities: { added: ["Cellule Itinéraires"], removed: [] } },
    name: vault, status: "waiting", may_give: true, why_not: [], may_refuse: true, may_withdraw: false, warnings: [],
  };
  const who = { officer: "modele", full_name: "Denis Modèle", fingerprint: "41207 88310 52946 07315 66021 90458", why: "Succède à son chef" };
  const waits = { by: "voorbeeld", since: "2026-11-20T10:02:00Z", given: 0, needed: 1, mine: true, name: "Denis Modèle", about: "modele", status: "waiting", may_give: true, why_not: [], may_refuse: true, may_withdraw: false } as const;
  const roles: AssentView = { ...waits, why_not: [], warnings: [], id: "a5", kind: "roles", asked: { roles: { ...who, codes: [{ code: who.fingerprint, compared: false }], roles: ["auditor"], has: ["reader", "registrar"], then: ["reader", "registrar", "auditor"] } } };
  const reissue: AssentView = { ...waits, why_not: [], warnings: [], id: "a6", kind: "reissue", asked: { reissue: { ...who, roles: ["reader", "registrar"], former: [{ name: "", fingerprint: "90311 27745 00182 63390 45127 88016" }], why: "Phrase secrète oubliée" } } };
  const reinstatement: AssentView = {
    ...waits, why_not: [], warnings: [], id: "a7", kind: "reinstatement", about: "muster", name: "Muster, Erika",
    asked: { reinstatement: { officer: "muster", full_name: "Muster, Erika", suspended: [{ ...held("secret", "2029-03-31"), status: "suspended" }], opens: 2, why: "Enquête close sans suite" } },
  };
  const succession: AssentView = {
    id: "a8", kind: "succession", about: "k7f2q4m3n5p6r7s8t2v3w4x5yz", by: "voorbeeld", since: "2026-11-20T12:05:00Z", given: 0, needed: 1, mine: true,
    asked: { succession: { key: "k7f2q4m3n5p6r7s8t2v3w4x5yz", id: null, title: null, was: "muster", lead: "modele", full_name: "Denis Modèle", member: true, alone: null, members: ["modele", "proef"], opens: 2, why: "Le responsable a quitté le service" } },
    name: "Denis Modèle", status: "waiting", may_give: true, why_not: [], may_refuse: true, may_withdraw: false, warnings: [],
  };
  const asked = releases.filter(({ status }) => status === "waiting").map((release): AssentView => ({
    id: release.id, kind: "release", about: release.partner, by: release.requested_by, since: release.requested_at, given: 0, needed: 1, mine: release.may_approve || release.may_refuse,
    name: PARTNERS.find(({ id }) => id === release.partner)?.name ?? release.partner, asked: { release }, status: "waiting", may_give: release.may_approve, why_not: release.why_not, may_refuse: release.may_refuse, may_withdraw: release.requested_by === officer, warnings: [],
  }));
  const printer: AssentView = {
    id: "a9", kind: "printer", about: "COFFRE-4", by: "voorbeeld", since: "2026-11-20T12:20:00Z", given: 0, needed: 1, mine: true,
    asked: { printer: { printer: "COFFRE-4", ceiling: "secret", why: "Dans la chambre forte, accès sur badge" } },
    name: "COFFRE-4", status: "waiting", may_give: true, why_not: [], may_refuse: true, may_withdraw: false, warnings: [],
  };
  return [clearance, approval, rules, list, roles, reissue, reinstatement, succession, printer, ...asked];
};
