// An invented vault for looking at the screens. Every name is fictitious.
import type { Banner, ClearanceView, DocumentRow, DossierView, Level, OfficerView, PartnerView, Topic } from "../src/lib/ipc/bindings";

export const BANNERS: Record<Level, Banner> = {
  unclassified: { text: "NON CLASSIFIÉ – NIET GECLASSIFICEERD", colour: "#2e7d32", text_colour: "#ffffff", portion: "NC", level: "unclassified" },
  restricted: { text: "RESTREINT – BEPERKT", colour: "#1565c0", text_colour: "#ffffff", portion: "R", level: "restricted" },
  confidential: { text: "CONFIDENTIEL – VERTROUWELIJK", colour: "#6a1b9a", text_colour: "#ffffff", portion: "C", level: "confidential" },
  secret: { text: "SECRET – GEHEIM", colour: "#c62828", text_colour: "#ffffff", portion: "S", level: "secret" },
  "top-secret": { text: "TRÈS SECRET – ZEER GEHEIM", colour: "#f9a825", text_colour: "#000000", portion: "TS", level: "top-secret" },
};
export const NAMES: Record<Level, string> = {
  unclassified: "NON CLASSIFIÉ",
  restricted: "RESTREINT",
  confidential: "CONFIDENTIEL",
  secret: "SECRET",
  "top-secret": "TRÈS SECRET",
};
export const LEVELS = Object.keys(BANNERS) as Level[];
export const bannerOf = (level: Level, rel: string[]): Banner => ({
  ...BANNERS[level],
  text: BANNERS[level].text + (rel.length > 0 ? ` // REL TO ${rel.join(", ")}` : ""),
});

const clearance = (level: Level, from: string, until: string, more: object = {}) => ({
  policy: "BEL",
  level: NAMES[level],
  banner: BANNERS[level],
  categories: {},
  from,
  until,
  status: "valid" as const,
  certificate: `ANS-${from.slice(0, 4)}-${level.length}417`,
  authority: "ANS",
  renewal_due: false,
  ...more,
});

const PEOPLE: (Omit<OfficerView, "fingerprint" | "codes" | "clearances" | "freeze" | "compared" | "function" | "keys_due"> & { clearances: Omit<ClearanceView, "officer">[] })[] = [
  {
    id: "modele", full_name: "Denis Modèle", nationality: "BEL", roles: ["reader", "registrar"], status: "active",
    clearances: [
      clearance("secret", "2024-03-15", "2029-03-14"),
      clearance("secret", "2024-03-15", "2029-03-14", { policy: "NATO", level: "NATO SECRET", banner: { ...BANNERS.secret, text: "NATO SECRET", portion: "NS" } }),
    ],
    briefings: [{ policy: "BEL", level: "SECRET", date: "2026-01-20" }, { policy: "NATO", level: "NATO SECRET", date: "2026-01-20" }],
  },
  {
    id: "voorbeeld", full_name: "Anna Voorbeeld", nationality: "BEL", roles: ["reader", "security-officer", "custodian"], status: "active",
    clearances: [clearance("top-secret", "2022-05-02", "2027-05-01", { renewal_due: true })],
    briefings: [{ policy: "BEL", level: "TRÈS SECRET", date: "2026-02-03" }],
  },
  {
    id: "proef", full_name: "Greta Proef", nationality: "BEL", roles: ["reader", "release-authority"], status: "active",
    clearances: [clearance("secret", "2025-09-01", "2030-08-31")],
    briefings: [{ policy: "BEL", level: "SECRET", date: "2025-09-10" }],
  },
  {
    id: "muster", full_name: "Eva Muster", nationality: "BEL", roles: ["reader"], status: "active",
    clearances: [clearance("confidential", "2021-11-30", "2026-11-29", { renewal_due: true })],
    briefings: [{ policy: "BEL", level: "CONFIDENTIEL", date: "2024-12-01" }],
  },
  {
    id: "exemple", full_name: "Bruno Exemple", nationality: "BEL", roles: ["reader"], status: "active",
    clearances: [clearance("secret", "2023-06-12", "2028-06-11", { status: "suspended" })],
    briefings: [{ policy: "BEL", level: "SECRET", date: "2025-06-12" }],
  },
  {
    id: "staal", full_name: "Frank Staal", nationality: "FRA", roles: ["reader"], status: "active",
    clearances: [clearance("secret", "2024-10-01", "2029-09-30", { authority: "SGDSN", categories: { Handling: ["SOURCE"] } })],
    briefings: [{ policy: "BEL", level: "SECRET", date: "2024-10-02" }],
  },
  { id: "essai", full_name: "Hugo Essai", nationality: "BEL", roles: ["auditor"], status: "active", clearances: [clearance("top-secret", "2025-01-01", "2029-12-31")], briefings: [] },
  {
    id: "fictief", full_name: "Carla Fictief", nationality: "BEL", roles: ["reader"], status: "disabled",
    clearances: [clearance("secret", "2019-01-01", "2023-12-31", { status: "expired" }), clearance("secret", "2024-02-01", "2029-01-31", { status: "withdrawn" })],
    briefings: [],
  },
];

export const OFFICERS: OfficerView[] = PEOPLE.map((person) => ({ ...person, clearances: person.clearances.map((one) => ({ ...one, officer: person.id })), fingerprint: "1C44 90AE 7B21 F00D 83D5 6612 A9CE 40B7", codes: [{ code: "1C44 90AE 7B21 F00D 83D5 6612 A9CE 40B7", compared: person.id === "proef" }], compared: person.id === "proef" ? "same" as const : "never" as const, freeze: null, function: { outside: false, policies: [], authority: null, reference: null, until: null, alone: null }, keys_due: false }));

/** What is not as of a new one. */
export const DOSSIERS: Partial<DossierView>[] = [
  {
    id: "ARDENNES-26", key: "ARDENNES-26", title: "Oefening Ardennen 2026 – Exercice Ardennes 2026", lead: "modele", may_manage: true, may_name_deputy: true, deputy: null, by_own_deed: false,
    members: [
      { officer: "modele", full_name: "Denis Modèle", from: "2026-01-10", until: null, basis: "Chef de dossier", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never" },
      { officer: "proef", full_name: "Greta Proef", from: "2026-02-01", until: null, basis: "Vrijgave naar partners", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: true }], compared: "same" },
      { officer: "staal", full_name: "Frank Staal", from: "2026-03-01", until: "2026-12-31", basis: "Officier de liaison, exercice commun", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never" },
      { officer: "muster", full_name: "Eva Muster", from: "2026-03-01", until: "2026-09-30", basis: "Analyse logistique", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never" },
    ],
  },
  { id: "HAVEN", key: "HAVEN", title: "Veiligheid van de haven", lead: "proef", may_manage: false, may_name_deputy: false, deputy: null, members: [{ officer: "proef", full_name: "Greta Proef", from: "2025-05-01", until: null, basis: "Dossierleider", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: true }], compared: "same" }, { officer: "modele", full_name: "Denis Modèle", from: "2025-06-01", until: null, basis: "Registre", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never" }] },
  { id: "CYBER-LUX", key: "CYBER-LUX", title: "Coopération cybernétique avec le Luxembourg", lead: "voorbeeld", may_manage: false, may_name_deputy: false, deputy: null, members: [{ officer: "modele", full_name: "Denis Modèle", from: "2026-06-01", until: null, basis: "Registre", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never" }] },
];

const TITLES = [
  "Évaluation du convoi logistique, secteur de Liège", "Verslag van de oefening op zee", "Note de synthèse : menaces hybrides", "Lagebericht zum Manöver Ardennen",
  "Beoordeling van de radarbeelden", "Compte rendu de la réunion de coordination", "Assessment of port security arrangements", "Plan de transmissions, version consolidée",
  "Nota over de beveiliging van de bevoorradingslijn", "Fiche de renseignement : réseau Alcyon", "Analyse van de onderschepte berichten", "Annexe technique : capteurs acoustiques",
];
const ORIGINATORS = ["ADIV/SGRS", "VSSE", "État-major", "Marinecomponent", "NVO/ANS"];
const RELS: string[][] = [[], [], ["BEL", "FRA"], ["BEL", "NLD", "LUX"], ["NATO"], ["EU"], ["BENELUX"]];
const WEIGHTED: Level[] = ["secret", "confidential", "restricted", "secret", "confidential", "unclassified", "secret", "restricted"];

export function documentAt(index: number, total: number): DocumentRow {
  const level = WEIGHTED[(index * 7 + 3) % WEIGHTED.length] ?? "secret";
  const rel = level === "unclassified" ? [] : (RELS[(index * 5) % RELS.length] ?? []);
  const day = new Date(Date.UTC(2026, 10, 22) - Math.floor((index / Math.max(total, 30)) * 900) * 86_400_000);
  const number = String(total - index).padStart(4, "0");
  return {
    id: `d${String(index).padStart(6, "0")}qkz7m2v5x3a4b6c8`.slice(0, 26),
    reference: `ZGL/${day.getUTCFullYear()}/${BANNERS[level].portion}-${["K7Q", "P2M", "X9D"][index % 3]}/${number}`,
    title: index === 4 ? "Titre volontairement très long d’une note conjointe sur l’organisation des convois, la protection des points de passage et la coordination avec les autorités locales" : (TITLES[(index * 11) % TITLES.length] ?? ""),
    originator: ORIGINATORS[index % ORIGINATORS.length] ?? "",
    date: day.toISOString().slice(0, 10),
    dossier: DOSSIERS[index % DOSSIERS.length]?.id ?? "",
    banner: bannerOf(level, rel),
    releasability: rel,
    sealed: false,
    hit: null,
  };
}

export const PARTNERS: PartnerView[] = [
  { id: "service-fictif", name: "Direction d’exercice Hexagone", nation: "FRA", communities: ["EU", "NATO"], contact: "bureau.liaison@hexagone.example", fingerprint: "4F2A 91C7 0B3E D8A6 55E1 7C90 23BD AA14 6E0F 8D52 B1C9 3374 E6A0 19F8 C24D 7B05", recipient: "age1pq1q0fexamplexamplexamplexample", post_quantum: true, signing_key: null, ceiling: "secret", categories: { Handling: ["SOURCE"] }, agreement: "BEL-FRA 2006/12", until: "2028-12-31", entered_by: "muster", entry: 11, changes: [], may_change: true, confirmed: true, confirmed_by: "voorbeeld", why_not: [] },
  { id: "voorbeelddienst", name: "Oefendienst Oranje", nation: "NLD", communities: ["EU", "NATO", "BENELUX"], contact: "register@oranje.example", fingerprint: "88D0 1B5C 7AA2 F4E9 02C6 3D71 9E8B 5F10 A4D3 6C27 EB98 0145 7F3A D26E 91B0 C85F", recipient: "age1exampleclassicrecipient", post_quantum: false, signing_key: null, ceiling: "confidential", categories: {}, agreement: "BENELUX 2019/4", until: "2026-12-15", entered_by: "muster", entry: 12, changes: [], may_change: true, confirmed: true, confirmed_by: "voorbeeld", why_not: [] },
  { id: "ATLAS-EX", name: "Service Atlas (fictif)", nation: "CHE", communities: [], contact: "", fingerprint: "C31E 5A80 94F7 2BD6 1F03 E7A9 6C45 08DB 9D12 B36F 40E8 AC57 2694 F1D0 83CB 7E5A", recipient: "age1exampleanotherrecipient", post_quantum: false, signing_key: null, ceiling: "restricted", categories: {}, agreement: null, until: null, entered_by: "muster", entry: 13, changes: [{ field: "ceiling", before: "unclassified", now: "restricted" }], may_change: true, confirmed: false, confirmed_by: null, why_not: [] },
];

const topic = (id: string, floor: Level, interest: Topic["interest"], categories: string[], hints: string[], name: [string, string, string, string], harm?: [string, string, string, string]): Topic => ({
  id, floor, interest, categories, hints,
  name: { fr: name[0], nl: name[1], de: name[2], en: name[3] },
  harm: harm ? { fr: harm[0], nl: harm[1], de: harm[2], en: harm[3] } : {},
});
export const TOPICS: Topic[] = [
  topic("human-source", "top-secret", "j", ["SOURCE"], ["informateur", "bron"], ["L’identité d’une source humaine", "De identiteit van een menselijke bron", "Die Identität einer menschlichen Quelle", "The identity of a human source"], ["La vie de la source est menacée ; plus personne ne parle.", "Het leven van de bron is in gevaar; niemand praat nog.", "Das Leben der Quelle ist in Gefahr; niemand spricht mehr.", "The source’s life is in danger; nobody talks any more."]),
  topic("encryption", "secret", "c", ["CRYPTO"], ["chiffrement", "cryptage"], ["Des systèmes de chiffrement en usage", "Versleutelingssystemen in gebruik", "Verschlüsselungssysteme im Einsatz", "Encryption systems in use"], ["Les communications des services deviennent lisibles.", "De communicatie van de diensten wordt leesbaar.", "Der Nachrichtenverkehr der Dienste wird lesbar.", "The communications of the services become readable."]),
  topic("methods", "secret", "k", [], ["méthode", "convoi", "werkwijze"], ["Les méthodes de travail du service", "De werkmethoden van de dienst", "Die Arbeitsweisen des Dienstes", "The working methods of the service"], ["Les cibles s’en protègent ; des missions échouent.", "Doelwitten beschermen zich ertegen; opdrachten mislukken.", "Ziele schützen sich davor; Einsätze scheitern.", "Targets guard against them; missions fail."]),
  topic("personnel", "secret", "j", [], ["personnel"], ["L’identité de membres du personnel", "De identiteit van personeelsleden", "Die Identität von Angehörigen des Personals", "The identity of members of the personnel"], ["Des membres du service et leurs proches sont exposés.", "Leden van de dienst en hun naasten worden blootgesteld.", "Angehörige des Dienstes und ihre Nächsten sind gefährdet.", "Members of the service and their families are exposed."]),
  topic("partner", "confidential", "d", [], ["partenaire", "coordination"], ["Des informations d’un service partenaire", "Informatie van een partnerdienst", "Informationen eines Partnerdienstes", "Information of a partner service"], ["Le partenaire cesse de partager.", "De partner deelt niet meer.", "Der Partner teilt nichts mehr.", "The partner stops sharing."]),
  topic("supply", "unclassified", null, [], ["contrat", "facture"], ["Un simple contrat de fourniture", "Een gewoon leveringscontract", "Ein gewöhnlicher Liefervertrag", "A plain supply contract"]),
  topic("press", "unclassified", null, [], ["presse"], ["Une revue de presse", "Een persoverzicht", "Eine Presseschau", "A press review"]),
];
