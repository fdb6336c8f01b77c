// Stands in for the Rust side while the screens are made. Vite's mode `fake` only: never in a shipped build.
// The address says what to show: ?rows=100000&as=modele&approved&slow=400&fail=documents:io
import type { Api } from "../src/lib/ipc";
import type {
  AssentView, AuthoritiesView, Banner, CalendarRow, CategoryDraft, CustodyView, DecisionView, DocumentRow, DocumentView, DossierView, Explanation, GuideView, HistoryRow, Level, LogRow,
  MarkingChange, MarkingDraft, Nature, PartnerView, Preferences, Problem, Reason, ReleaseView, SavedView, SessionView, ShellEvent, NamedDocument, PrinterView, StandingView, Status, Topic,
} from "../src/lib/ipc/bindings";
import { contains } from "../src/lib/fold";
import { assentsOf } from "./fake-assents";
import { BANNERS, bannerOf, documentAt, DOSSIERS, LEVELS, NAMES, OFFICERS, PARTNERS, TOPICS } from "./fake-data";
import { ENTRIES, logRow } from "./fake-log";

export type * from "../src/lib/ipc/bindings";

const asked = new URLSearchParams(location.search);
const ROWS = Number(asked.get("rows") ?? 30);
const SLOW = Number(asked.get("slow") ?? 15);
const FAIL = new Map((asked.get("fail") ?? "").split(",").map((pair) => pair.split(":") as [string, string]));
const exercise = !asked.has("approved");
const unknown = asked.has("unknown");
const empty = asked.has("empty");

let session: SessionView | null = null;
let because: Status["locked_because"] = (asked.get("because") as Status["locked_because"]) ?? "start";
let failures = 0;
let waitUntil = 0;
let pin: { officer: string; typed: string; left: number } | null = null;
let hear: ((said: ShellEvent) => void) | null = null;
const own: DocumentRow[] = [];

export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) return thrown as Problem;
  console.error(thrown);
  return { code: "internal", params: {}, reasons: [] };
}
const problem = (code: string, params: Record<string, string> = {}, reasons: Reason[] = []): Problem => ({ code, params, reasons });
const reason = (code: string, params: Record<string, string> = {}): Reason => ({ code, params });

const enter = (id: string): SessionView => {
  const officer = OFFICERS.find((o) => o.id === id) ?? OFFICERS[0]!;
  return {
    officer,
    banner: officer.clearances[0]?.banner ?? BANNERS.unclassified,
    exercise,
    last_unlock: "2026-11-21T16:02:11Z",
    failed_attempts: Number(asked.get("attempts") ?? 0),
    warnings: asked.has("warn") ? [reason("clearance_expired", { until: "2026-11-29" })] : [],
    missing: asked.has("new")
      ? (["clearance", "briefing", "need-to-know", "approval"] as const).map((what) => ({ what, ask: OFFICERS.filter((o) => o.roles.includes("security-officer")).map(({ id, full_name }) => ({ id, full_name })) }))
      : [],
  };
};
const OUTLINE = ([["Résumé", 1, 0], ["Situation", 2, 0], ["Ouest", 3, 1], ["Est", 6, 1], ["Annexe perdue", null, 0], ["Sources", 11, 0]] as const).map(([title, page, depth]) => ({ title, page, depth }));
/** Nothing of it waits for another. */
const AT_ONCE = { waiting: false, request: null, asked_roles: [], may_agree: [] };
let given = asked.has("given");
const spoken = () => (["fr", "nl", "de", "en"] as const).find((lang) => navigator.language.startsWith(lang)) ?? "fr";
let views: SavedView[] = [];
/** What officers were writing when the window locked. */
const drafts = new Map<string, string>();
const kept: Preferences = { language: null, theme: null, last_officer: null, text_percent: null, panes: {}, lists: {} };
const auto = asked.get("as");
if (auto) session = enter(auto);

const people = [["essai", "Hugo Essai"], ["proef", "Greta Proef"], ["voorbeeld", "Anna Voorbeeld"]].map(([id, full_name]) => ({ id: id!, full_name: full_name!, active: true, word: asked.has("few") && id === "essai" ? "voorbeeld" : null }));
let custody: CustodyView = {
  threshold: 2, custodians: people.map(({ id }) => id), epoch: 2, waiting_hours: 24, since: "2026-11-02T09:30:00Z", by: "voorbeeld", by_name: "Anna Voorbeeld", sound: true, people,
  warnings: asked.has("few") ? [reason("custody_on_few_words", { officers: "essai", by: "voorbeeld", threshold: "2" })] : [],
  keys_in_custody: 17, keys: 17, may_ask: true,
  requests: [{ request: "k1", about: "muster", name: "Eva Muster", of_dossier: false, codes: ["41207 88310 52946 07315 66021 90458"], by: "voorbeeld", at: "2026-11-21T08:00:00Z", why: "Le responsable du dossier est parti ; nul autre n’en détient les clés.", keys: 2, status: "granted", given: ["essai", "proef"], needed: 2, waits_until: "2026-11-22T08:00:00Z", carried_out: null, may_carry_out: true, may_stop: true }],
};

/** Every command through here: delay, wished-for failures, the lock. */
async function answer<T>(name: string, make: () => T, open = false): Promise<T> {
  await new Promise((done) => setTimeout(done, SLOW));
  const code = FAIL.get(name);
  if (code) throw problem(code, { what: "ledger.sqlite", seconds: "12" }, code === "denied" ? [reason("account_disabled")] : []);
  if (!session && !open) throw problem("locked");
  return structuredClone(make());
}

const all = (): number => (empty ? 0 : ROWS);
const row = (index: number): DocumentRow => own[index] ?? documentAt(index - own.length, all());
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
let lastFilter = "";
let matches: DocumentRow[] = [];

function matching(query: string | null, level: Level | null, dossier: string | null): DocumentRow[] | null {
  if (!query && !level && !dossier) return null;
  const key = JSON.stringify([query, level, dossier, own.length]);
  if (key === lastFilter) return matches;
  const words = plain(query ?? "").split(/\s+/);
  matches = [];
  for (let i = 0; i < all() + own.length; i += 1) {
    const r = row(i);
    if (level && r.banner.level !== level) continue;
    if (dossier && r.dossier !== dossier) continue;
    const text = plain(`${r.title} ${r.reference} ${r.originator}`);
    if (words.every((word) => text.includes(word))) matches.push(r);
  }
  lastFilter = key;
  return matches;
}

const find = (id: string): DocumentRow | undefined => {
  const mine = own.find((r) => r.id === id || r.reference === id);
  if (mine) return mine;
  const index = Number(/^d(\d{6})/.exec(id)?.[1] ?? -1);
  return index >= 0 && index < all() ? documentAt(index, all()) : undefined;
};

const denial = (): Reason[] => [
  reason("clearance_level"),
  reason("need_to_know_missing"),
  reason("nationality_excluded", { nationality: "FRA" }),
];
const explanation = (id: string): Explanation =>
  id.includes("000003") || asked.has("deny")
    ? { permitted: false, reasons: denial(), satisfied: [reason("account"), reason("briefing"), reason("approval")] }
    : { permitted: true, reasons: [], satisfied: ["account", "clearance", "briefing", "nationality", "need_to_know", "approval"].map((c) => reason(c)) };

const years = (day: string, n: number) => `${Number(day.slice(0, 4)) + n}${day.slice(4)}`;
const TERMS: Partial<Record<Level, number>> = { confidential: 20, secret: 30, "top-secret": 50 };
/** What time has made of a document, so that every state is seen somewhere. */
function aged(r: DocumentRow, index: number): { finalised: string; standing: StandingView } {
  const term = TERMS[r.banner.level];
  if (!term) return { finalised: r.date, standing: { lapses: null, window_opens: null, expires: null, state: "exempt", because: r.banner.level === "restricted" ? "restricted" : "unclassified" } };
  const state: "overdue" | "due" | "expired" | "running" = index < 3 ? "overdue" : index < 8 ? "due" : index === 8 ? "expired" : "running";
  const lapses = { overdue: `2026-0${index + 4}-14`, due: `2027-0${(index % 4) + 1}-22`, expired: "1955-05-01", running: years(r.date, term) }[state];
  const finalised = years(lapses, -term);
  return { finalised, standing: { lapses, window_opens: null, expires: years(finalised, 100), state, because: null } };
}
const sourceOf = (r: DocumentRow): NamedDocument => ({ id: r.id, reference: r.reference, title: r.title, banner: r.banner });
const place = (id: string) => Number(/^d(\d{6})/.exec(id)?.[1] ?? 0);

let guide: GuideView = { aggregation: 5, topics: structuredClone(TOPICS), shipped: true, changed_at: null, changed_by: null };
let ours: AuthoritiesView = { vault: "Exercice Ardennes 26", authorities: ["Section Protection", "Cel Operaties"], changed_at: "2026-11-02T09:30:00Z", changed_by: "voorbeeld", changed_by_name: "Anna Voorbeeld" };
let printers: PrinterView[] = [{ name: "SECRETARIAT-2", ceiling: "secret", listed: "2026-11-02T09:30:00Z", listed_by: "voorbeeld", listed_by_name: "Anna Voorbeeld" }];
let printed = 0;
const proposed = (text: string): Topic[] => { const said = plain(text); return guide.topics.filter((one) => one.hints.some((hint) => new RegExp(`\\b${plain(hint)}\\b`).test(said))); };
const decisions: DecisionView[] = empty ? [] : [
  { document: documentAt(3, 30).id, reference: documentAt(3, 30).reference, formerly: "ZGL/2006/S-K7Q/0412", title: documentAt(3, 30).title, nature: "downgrade", policy: "BEL", initial_level: "secret", new_level: "confidential", date: "2026-11-20T09:12:00Z", by: "modele", interest: "k", motive: "Les méthodes décrites ne sont plus utilisées ; seuls les lieux restent sensibles.", initial: BANNERS.secret, now: BANNERS.confidential, finalised: "1996-11-18", term: "2026-11-18", next_review: null, beyond: [], consent: null, notify: [{ partner: "service-fictif", name: "Direction d’exercice Hexagone", release: "r3", written: "2026-10-03T08:15:00Z" }, { partner: "voorbeelddienst", name: "Oefendienst Oranje", release: "r2", written: "2026-09-12T08:15:00Z" }], notified: [{ partner: "voorbeelddienst", at: "2026-11-21T10:00:00Z" }] },
  { document: documentAt(0, 30).id, reference: documentAt(0, 30).reference, formerly: null, title: documentAt(0, 30).title, nature: "maintain", policy: "BEL", initial_level: "secret", new_level: "confidential", date: "2026-09-02T14:40:00Z", by: "proef", interest: "j", motive: "La source vit toujours et peut être reconnue par recoupement.", initial: BANNERS.secret, now: null, finalised: "1996-10-02", term: "2026-10-02", next_review: "2031-10-02", beyond: [], consent: null, notify: [], notified: [] },
  { document: documentAt(5, 30).id, reference: documentAt(5, 30).reference, formerly: "ZGL/2003/C-P2M/0097", title: documentAt(5, 30).title, nature: "declassify", policy: "BEL", initial_level: "secret", new_level: "confidential", date: "2026-05-11T08:05:00Z", by: "modele", interest: null, motive: "Le contenu a été publié par l’autorité d’origine elle-même.", initial: BANNERS.confidential, now: BANNERS.unclassified, finalised: "2003-05-10", term: "2023-05-10", next_review: null, beyond: [], consent: { authority: "État-major", reference: "EM-2026-44", from: "2026-05-01", until: null }, notify: [], notified: [] },
];
const natureOf = (before: Level, to: MarkingDraft | null): Nature => {
  if (!to) return "maintain";
  const after = LEVELS.find((l) => NAMES[l] === to.classification) ?? before;
  return after === "unclassified" ? "declassify" : after === before ? "remark" : LEVELS.indexOf(after) < LEVELS.indexOf(before) ? "downgrade" : "upgrade";
};

/** A version, as the history lists it. */
const versionOf = (number: number, file_name = "evaluation-convoi-liege.pdf", size = 1_482_113) =>
  ({ number, file_name, media_type: "application/pdf", size, blake3: "9f1c2b7ae0d4486f35b1c79a02ee5d6614c8a9f73be0215d8fa64b90c3e7d215" });

/** What was put right while this page lives. */
const withdrawn: Record<string, string> = {};
const corrected: Record<string, { now: Partial<DocumentView>; history: HistoryRow[] }> = {};
const view = (r: DocumentRow): DocumentView => ({
  ...aged(r, place(r.id)),
  marking: { policy: "BEL", classification: NAMES[r.banner.level], categories: r.releasability.length > 0 ? [{ tag: "Releasable To", values: r.releasability }] : [], review: null },
  also_of: [],
  still_of: [],
  sources: place(r.id) === 2 ? [sourceOf(documentAt(0, 30)), sourceOf(documentAt(1, 30))] : [],
  topics: place(r.id) === 2 ? ["methods"] : [],
  motive: place(r.id) === 2 ? "Le lieu et la méthode sont publics depuis 2019." : null,
  relations: place(r.id) === 2 ? [{ document: sourceOf(documentAt(0, 30)), relation: "answers", own: true }, { document: sourceOf(documentAt(1, 30)), relation: "attachment", own: false }] : [],
  paper: place(r.id) === 2 ? "SGRS/2026/0117-S" : "",
  formerly: place(r.id) === 3 ? ["ZGL/2006/S-K7Q/0412"] : [],
  ...r,
  class: "c",
  blake3: "9f1c2b7ae0d4486f35b1c79a02ee5d6614c8a9f73be0215d8fa64b90c3e7d215",
  subject: "Ardennes, logistique, convois",
  file_name: "evaluation-convoi-liege.pdf",
  text: { is: "whole", why: null, recognised: [] },
  media_type: "application/pdf",
  size: 1_482_113,
  filed: `${r.date}T09:14:00Z`,
  filed_by: "modele",
  label_xml: `<?xml version="1.0" encoding="UTF-8"?>\n<slab:originatorConfidentialityLabel xmlns:slab="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0">\n  <slab:ConfidentialityInformation>\n    <slab:PolicyIdentifier>BEL</slab:PolicyIdentifier>\n    <slab:Classification>${NAMES[r.banner.level]}</slab:Classification>\n    <slab:Category TagName="Releasable To" Type="PERMISSIVE">\n      <slab:GenericValue>BEL</slab:GenericValue>\n    </slab:Category>\n  </slab:ConfidentialityInformation>\n  <slab:CreationDateTime>${r.date}T09:14:00Z</slab:CreationDateTime>\n</slab:originatorConfidentialityLabel>`,
  marking_fr: r.banner.text.replace(/ – [A-Z ]+/, ""),
  marking_nl: r.banner.text.replace(/^[^–]+ – /, ""),
  equivalents: [{ policy: "NATO", text: "NATO SECRET", unverified: false, false_friend: false }, { policy: "EU", text: "SECRET UE/EU SECRET", unverified: false, false_friend: false }, { policy: "LUX", text: "SECRET LUX", unverified: true, false_friend: false }],
  history: [
    { at: "2026-11-20T10:21:00Z", officer: "proef", action: "open", purpose: "Préparation de la réunion du 22 novembre", changes: [], version: null, consent: null, printed: null },
    ...(corrected[r.id]?.history ?? []),
    { at: "2026-11-18T08:02:00Z", officer: "modele", action: "open", purpose: "Contrôle du registre", changes: [], version: null, consent: null, printed: null },
    { at: `${r.date}T09:14:00Z`, officer: "modele", action: "file", purpose: "", changes: [], version: versionOf(1), consent: null, printed: null },
  ],
  may_correct: explanation(r.id).permitted,
  fixed: asked.has("fixed") ? ["originator", "date", "dossier"].map((field) => ({ field, why: reason("not_originating_authority") })) : [],
  version: 1,
  versions: 1,
  may_file_version: explanation(r.id).permitted,
  withdrawn: withdrawn[r.id] ?? null,
  may_withdraw: explanation(r.id).permitted && !(r.id in withdrawn),
  withdrawal_waits: false,
  ...corrected[r.id]?.now,
  explanation: explanation(r.id),
});

const rel = (categories: CategoryDraft[]) => categories.find((c) => c.tag === "Releasable To")?.values ?? [];
const compose = (draft: MarkingDraft): { banner: Banner | null; problems: Reason[] } => {
  const level = LEVELS.find((l) => NAMES[l] === draft.classification);
  if (!level) return { banner: null, problems: [reason("marking_level_missing")] };
  const handling = draft.categories.filter((c) => c.tag !== "Releasable To").flatMap((c) => c.values);
  const banner = bannerOf(level, rel(draft.categories));
  return { banner: { ...banner, text: banner.text + handling.map((h) => ` // ${h}`).join("") }, problems: [] };
};

const releases: ReleaseView[] = empty ? [] : [
  { id: "r1", partner: "service-fictif", consents: [], documents: [0, 3].map((i) => { const r = documentAt(i, all()); return { id: r.id, reference: r.reference, title: r.title, banner: r.banner }; }), hidden: [], purpose: "Préparation commune de l’exercice Ardennes", requested_by: "modele", requested_at: "2026-11-21T14:20:00Z", approved_by: null, approved_at: null, refused_by: null, refused_at: null, refused_why: null, may_refuse: auto === "proef", by_two: false, written: null, written_by: null, written_times: 0, status: "waiting", may_approve: auto === "proef", why_not: auto === "proef" ? [] : [reason("release_authority_required"), reason("own_request")] },
  { id: "r2", partner: "voorbeelddienst", consents: [], documents: [2].map((i) => { const r = documentAt(i, all()); return { id: r.id, reference: r.reference, title: r.title, banner: r.banner }; }), hidden: [], purpose: "Gezamenlijke analyse van de havenbeveiliging", requested_by: "modele", requested_at: "2026-11-19T09:00:00Z", approved_by: "proef", approved_at: "2026-11-19T11:31:00Z", refused_by: null, refused_at: null, refused_why: null, may_refuse: false, by_two: false, written: null, written_by: null, written_times: 0, status: "approved", may_approve: false, why_not: [] },
  { id: "r3", partner: "service-fictif", consents: [], documents: [], hidden: [{ documents: 1, reasons: [reason("need_to_know_missing")], ask: [{ id: "proef", full_name: "Greta Proef" }] }], purpose: null, requested_by: "proef", requested_at: "2026-10-02T09:00:00Z", approved_by: "voorbeeld", approved_at: "2026-10-03T08:10:00Z", refused_by: null, refused_at: null, refused_why: null, may_refuse: false, by_two: false, written: "2026-10-03T08:15:00Z", written_by: null, written_times: 0, status: "written", may_approve: false, why_not: [] },
];
const answered = new Set<string>();
const assents = (): AssentView[] => (empty ? [] : assentsOf(guide, ours.vault, releases, session?.officer.id).filter(({ id }) => !answered.has(id)));
let partners: PartnerView[] = empty ? [] : PARTNERS;
/** All rows as one page. */
const whole = <R>(rows: R[]) => ({ rows, next: null, total: rows.length, lacks: null });
const missing = (kind: string): never => { throw problem("not_found", { kind, name: "" }); };
/** As a dossier is made. */
const NEW_DOSSIER: DossierView = { id: "", key: "", title: "", lead: null, deputy: null, stands_in_for: null, unled: false, by_own_deed: false, members: [], may_manage: true, may_name_deputy: false, member: true, closed: false, changed: null };
const dossiers: DossierView[] = empty ? [] : DOSSIERS.map((one) => structuredClone({ ...NEW_DOSSIER, ...one }));

export const api: Api = {
  status: () => answer("status", () => ({
    vault_name: exercise ? "Oefenkluis – Coffre d’exercice" : "Registre SGRS – Register ADIV", exercise: (unknown && !session ? null : exercise) as boolean,
    approval: exercise || (unknown && !session) ? null : { authority: "ANS/NVO", reference: "CIS-2026-0147", ceiling: "secret" as Level, until: "2028-06-30", recorded: "2026-07-01T08:00:00Z", recorded_by: "voorbeeld" },
    officers: OFFICERS.filter((o) => o.status === "active").map(({ id }) => ({ id })), session, preferences: kept, last_backup: null, language: spoken(), auto_lock_seconds: Number(asked.get("autolock") ?? 300), shortest_passphrase: 8, pin_digits: [4, 12], pin: pin && { officer: pin.officer, left: pin.left, counts: !session && because === "idle" }, locked_because: because, offline_since: asked.get("offline"), objects_offline_since: asked.get("objects-offline"),
  }), true),
  unlockWait: () => answer("unlock_wait", () => Math.max(0, Math.ceil((waitUntil - Date.now()) / 1000)), true),
  unlock: async (officer, passphrase, _memory, _clockIsRight, olderIdentity) => {
    await new Promise((done) => setTimeout(done, 300));
    if (asked.has("older") && !olderIdentity) throw problem("identity_older", { officer, at: "2026-11-20T08:00:00Z" });
    if (waitUntil > Date.now()) throw problem("wait", { seconds: "5" });
    if (passphrase !== "exercise") {
      failures += 1;
      if (failures >= 2) waitUntil = Date.now() + 12_000;
      throw problem("wrong_passphrase", { officer: "none", failures: String(failures), wait_seconds: "0" });
    }
    if (given) throw problem("renewal_due", { officer });
    session = enter(officer);
    return session;
  },
  lock: () => answer("lock", () => { session = null; because = "user"; }, true),
  keepDraft: async (officer, draft) => void drafts.set(officer, draft),
  keptDraft: () => answer("kept_draft", () => drafts.get(session?.officer.id ?? "") || null, true),
  checkVault: () => answer("check_vault", () => ({ entries: 152, objects: 42, documents: 41, tried: 30, objects_away: false, identities_elsewhere: 0, texts_waiting: 1, programs: { office: "confined", ocr: "not-installed", pdfium: "not-installed" }, findings: [
    { gravity: "integrity" as const, what: { code: "object_unreadable", params: {} }, name: "objects/7k/7kq2.age" },
    { gravity: "upkeep" as const, what: { code: "stranger", params: {} }, name: "notes.txt" },
    { gravity: "upkeep" as const, what: { code: "no_custodian", params: {} }, name: "" },
  ] })),
  openedDocuments: (most) => answer("opened_documents", () => (empty ? [] : [3, 0, 2].slice(0, most).map((i) => documentAt(i, all())))),
  filterLike: (id) => answer("filter_like", () => {
    const { banner, dossier, originator } = find(id)!;
    return { query: null, inside: false, level: banner.level, policy: "BEL", dossier, from: null, to: null, originator: originator || null, kind: null, mine: null, withdrawn: false, limit: 0, after: null };
  }),
  savedViews: () => answer("saved_views", () => [...views]),
  saveView: (name, filter) => answer("save_view", () => { views = [...views.filter((view) => view.name !== name), { name, filter }]; return { name, filter }; }),
  removeView: (name) => answer("remove_view", () => void (views = views.filter((view) => view.name !== name))),
  touch: () => answer("touch", () => undefined),
  setLanguage: () => answer("set_language", () => undefined, true),
  setPin: (_, typed) => answer("set_pin", () => { if (/^(.)\1*$|1234/.test(typed)) throw problem("pin_weak"); pin = { officer: session?.officer.id ?? "", typed, left: 3 }; }),
  forgetPin: () => answer("forget_pin", () => { pin = null; }, true),
  unlockWithPin: (typed) => answer("unlock_with_pin", () => {
    if (!pin) throw problem("pin_gone");
    if (typed !== pin.typed) {
      const left = (pin.left -= 1);
      if (left === 0) pin = null;
      throw problem("wrong_pin", { left: String(left) });
    }
    pin.left = 3;
    session = enter(pin.officer);
    return session;
  }, true),
  changePassphrase: () => answer("change_passphrase", () => undefined),
  judgePassphrase: (_, __, typed) => answer("judge_passphrase", () => {
    const step = Math.min(4, Math.floor(typed.length / 5));
    return { step, enough: step >= 3, advice: step >= 3 ? [] : [{ code: "passphrase_word", params: {} }, { code: "passphrase_few_words", params: {} }] };
  }, true),
  renewKeys: (officer) => answer("renew_keys", () => {
    given = false;
    session = enter(officer);
    return session;
  }),
  remember: () => answer("remember", () => undefined, true),
  waiting: () => answer("waiting", () => (empty ? { releases_to_decide: 0, requests_to_answer: 0, packages_to_write: 0, custody_to_carry_out: 0, partners_to_confirm: 0, renewals_due: 0, terms_due: 0, leads_to_propose: 0 } : { releases_to_decide: 1, requests_to_answer: 1, packages_to_write: 1, custody_to_carry_out: 1, partners_to_confirm: 1, renewals_due: 2, terms_due: 9, leads_to_propose: 1 })),

  notSearched: () => answer("not_searched", () => (empty ? [] : [{ why: "picture", documents: 12 }, { why: "unread", documents: 3 }])),
  documents: ({ query, inside, level, policy, dossier, sort, limit, after }) => answer("documents", () => {
    let found = matching(query, level, dossier);
    if (policy) found = (found ?? Array.from({ length: all() + own.length }, (_, i) => row(i))).filter((r) => (/^(NATO|EU)\b/.exec(r.banner.text)?.[1] ?? "BEL") === policy);
    const [by, order] = (sort ?? "filed:desc").split(":");
    if (by !== "filed") {
      const key = (r: DocumentRow) => (by === "title" ? plain(r.title) : by === "level" ? String(LEVELS.indexOf(r.banner.level)) : by === "date" ? r.date : r.reference);
      found = [...(found ?? Array.from({ length: all() + own.length }, (_, i) => row(i)))].sort((a, b) => key(a).localeCompare(key(b)) * (order ? -1 : 1));
    }
    const total = found ? found.length : all() + own.length;
    const from = after === null ? 0 : Number(after);
    const to = Math.min(total, from + limit);
    const rows = found ? found.slice(from, to) : Array.from({ length: Math.max(0, to - from) }, (_, i) => row(from + i));
    const hit = inside && query ? { page: 2, before: "Le document dit que ", found: query, after: " passe la rivière avant l’aube." } : null;
    return { rows: rows.map((r) => ({ ...r, ...corrected[r.id]?.now, hit })), next: to < total ? String(to) : null, total, lacks: null };
  }),
  document: (id) => answer("document", () => {
    const r = find(id);
    if (!r) throw id.startsWith("z") ? problem("denied", {}, denial()) : problem("not_found", { kind: "document", name: id });
    return view(r);
  }),
  correctDocument: (id, { title, subject, originator, date, paper, dossier, why }) => answer("correct_document", () => {
    const was = view(find(id)!);
    const fields = Object.entries({ title, subject, originator, date, paper, dossier }).filter(([, now]) => now !== null) as ["title" | "subject" | "originator" | "date" | "paper" | "dossier", string][];
    const changes = fields.map(([field, now]) => ({ field, was: was[field], now }));
    const before = corrected[id] ?? { now: {}, history: [] };
    const line = { at: "2026-11-22T16:04:00Z", officer: session?.officer.id ?? "", action: dossier === null ? "correct" : "refile", purpose: why, changes, version: null, consent: null, printed: null };
    corrected[id] = { now: { ...before.now, ...Object.fromEntries(fields) }, history: [line, ...before.history] };
    return { id, reference: was.reference, changes, warnings: [] };
  }),
  relateDocument: (id, to, relation) => answer("relate_document", () => {
    const was = view(find(id)!);
    const before = corrected[id] ?? { now: {}, history: [] };
    corrected[id] = { ...before, now: { ...before.now, relations: [...was.relations, { document: sourceOf(find(to)!), relation, own: true }] } };
    return { id, reference: was.reference, changes: [], warnings: [] };
  }),
  unrelateDocument: (id, to, relation) => answer("unrelate_document", () => {
    const was = view(find(id)!);
    const before = corrected[id] ?? { now: {}, history: [] };
    const relations = was.relations.filter((one) => one.document.id !== to || one.relation !== relation);
    corrected[id] = { ...before, now: { ...before.now, relations } };
    return { id, reference: was.reference, changes: [], warnings: [] };
  }),
  fileVersion: (id, _file, why) => answer("file_version", () => {
    const was = view(find(id)!);
    const before = corrected[id] ?? { now: {}, history: [] };
    const version = versionOf(was.version + 1, "nota_radarbeelden-v3.pdf", 2_310_400);
    const line = { at: "2026-11-22T16:04:00Z", officer: session?.officer.id ?? "", action: "file-version", purpose: why, changes: [], version, consent: null, printed: null };
    const { file_name, size, number } = version;
    corrected[id] = { now: { ...before.now, file_name, size, version: number, versions: number }, history: [line, ...before.history] };
    return { ...version, id, reference: was.reference, version: number, text: was.text, warnings: [] };
  }),
  noteDocument: () => answer("note_document", () => undefined),
  withdrawDocument: (id) => answer("withdraw_document", () => {
    withdrawn[id] = "2026-11-22T16:04:00Z";
    return null;
  }),
  openDocument: (id) => answer("open_document", () => {
    const r = find(id);
    if (!r && !id.startsWith("z")) throw problem("not_found", { kind: "document", name: id });
    if (!r || !explanation(id).permitted) throw problem("denied", {}, denial());
    return { handle: `h${id.slice(0, 7)}~${r.banner.colour.slice(1)}~${r.banner.text_colour.slice(1)}~${r.banner.text}`, about: null, with: null, pages: 12, page: 1, width_pt: 595, height_pt: 842, missing: asked.has("missing") ? [{ kind: "cut_short", name: "", count: 1 }] : [], outline: OUTLINE, attachments: asked.has("mail") ? [{ number: 1, name: "plan.pdf", size: 231_000, page: 2 }, { number: 2, name: "tout.zip", size: 1_200_000, page: null }] : [], copied: r.banner.level === "unclassified" || r.banner.level === "restricted" };
  }),
  missingOnPage: (_handle, page) => answer("missing_on_page", () => (asked.has("missing") && page === 1 ? [{ kind: "font", name: "Ryumin-Light", count: 1 }] : [])),
  pageText: (_handle, page) => answer("page_text", () => ({ text: `Page ${page}: le convoi passe la rivière.`, recognised: [] })),
  findInDocument: (_handle, looked) => answer("find_in_document", () => ({ pages: [{ page: 3, times: 2 }, { page: 7, times: 1 }], places: [{ page: 3, nth: 0, around: ["avant ", looked, " après"] }, { page: 3, nth: 1, around: ["puis ", looked, ""] }, { page: 7, nth: 0, around: ["le ", looked, ""] }], more: 0, times: 3, silent: 1, recognised: 0 })),
  markAt: () => answer("mark_at", () => 0.4),
  openAttachment: (handle, number) => answer("open_attachment", () => ({ handle: `${handle}~${number}`, about: null, with: null, pages: 2, page: 1, width_pt: 595, height_pt: 842, missing: [], outline: [], copied: false, attachments: [] })),
  pageWords: () => answer("page_words", () => [0, 1, 2, 3].map((nth) => ({ nth, begin: nth * 3, end: nth * 3 + 2, left: 0.1 + nth * 0.1, right: 0.18 + nth * 0.1, top: 0.2, bottom: 0.22 }))),
  copyText: () => answer("copy_text", () => undefined),
  keepPlace: () => answer("keep_place", () => undefined),
  closeDocument: () => answer("close_document", () => undefined),
  explain: (_action, doc) => answer("explain", () => explanation(doc)),

  pickFiles: () => answer("pick_files", () => ({
    files: [
      { handle: "f1", name: "nota_radarbeelden-v3.pdf", title: "nota_radarbeelden-v3.pdf", size: 2_310_400, kind: "pdf", readable: "yes" as const, warnings: [] },
      ...(asked.has("many") ? [{ handle: "f2", name: "annexe technique (définitif).pdf", title: "annexe technique (définitif).pdf", size: 812_000, kind: "pdf", readable: "yes" as const, warnings: [] }, { handle: "f3", name: "plan.tif", title: "plan.tif", size: 55_100, kind: "other", readable: "no" as const, warnings: [{ code: "not_shown", params: { name: "plan.tif", kind: "image/tiff" } }] }] : []),
    ],
    left_out: asked.has("many") ? [{ name: "vers-archives", why: { code: "link", params: {} } }, { name: "flux", why: { code: "pipe", params: {} } }] : [],
    more_left_out: 0,
  })),
  pickFilesOfFolder: () => answer("pick_files_of_folder", () => ({
    files: ["nota.pdf", "plan.tif"].map((name, index) => ({ handle: `d${index}`, name, title: name, size: 1_000, kind: "pdf", readable: "yes" as const, warnings: [] })),
    left_out: [],
    more_left_out: 0,
  })),
  pickVersion: () => answer("pick_version", () => ({ files: [{ handle: "f1", name: "nota_radarbeelden-v4.pdf", title: "nota_radarbeelden-v4.pdf", size: 2_410_400, kind: "pdf", readable: "yes" as const, warnings: [] }], left_out: [], more_left_out: 0 })),
  offerWriting: (text, name) => answer("offer_writing", () => ({ files: [{ handle: "w1", name, title: name, size: text.length, kind: "text", readable: "yes" as const, warnings: [] }], left_out: [], more_left_out: 0 })),
  previewWriting: () => answer("preview_writing", () => ({ handle: "h", pages: 1, width_pt: 595, height_pt: 842, missing: [] })),
  keepWriting: () => answer("keep_writing", () => undefined),
  keptWriting: () => answer("kept_writing", () => null),
  reviseDocument: () => answer("revise_document", () => "# Note\n"),
  forgetFiles: () => answer("forget_files", () => undefined),
  compareFiles: (handles) => answer("compare_files", () => (asked.has("many") && handles.includes("f2") ? [{ handle: "f2", warnings: [{ code: "already_filed", params: { name: "annexe technique (définitif).pdf", reference: "ZGL/2026/S-K7Q/0007" } }] }] : [])),
  markingOptions: (policy) => answer("marking_options", () => ({
    policy,
    policies: ["BEL", "NATO", "EU"],
    levels: LEVELS.map((level) => ({
      name: policy === "BEL" ? NAMES[level] : `${policy} ${level.toUpperCase()}`, level,
      banner: policy === "BEL" ? BANNERS[level] : { ...BANNERS[level], text: `${policy} ${level.toUpperCase().replace("-", " ")}` },
      allowed: level !== "top-secret", reasons: level === "top-secret" ? [reason("approval_ceiling")] : [],
    })),
    tags: [
      { name: "Releasable To", kind: "permissive" as const, values: [["BEL", "Belgique", "België", "Belgien", "Belgium"], ["FRA", "France", "Frankrijk", "Frankreich", "France"], ["NLD", "Pays-Bas", "Nederland", "Niederlande", "Netherlands"], ["LUX", "Luxembourg", "Luxemburg", "Luxemburg", "Luxembourg"], ["DEU", "Allemagne", "Duitsland", "Deutschland", "Germany"], ["GBR", "Royaume-Uni", "Verenigd Koninkrijk", "Vereinigtes Königreich", "United Kingdom"], ["USA", "États-Unis", "Verenigde Staten", "Vereinigte Staaten", "United States"], ["NATO", "OTAN", "NAVO", "NATO", "NATO"], ["EU", "Union européenne", "Europese Unie", "Europäische Union", "European Union"], ["BENELUX", "Benelux", "Benelux", "Benelux", "Benelux"], ["CTG", "Groupe antiterroriste", "Contraterrorismegroep", "Gruppe Terrorismusbekämpfung", "Counter Terrorism Group"]].map(([name = "", fr = "", nl = "", de = "", en = ""]) => ({ name, label: { fr, nl, de, en }, legal_from: ["RESTREINT", "CONFIDENTIEL", "SECRET", "TRÈS SECRET"], home: ["BEL", "NATO", "EU", "BENELUX", "CTG"].includes(name) })) },
      { name: "Handling", kind: "restrictive" as const, values: [{ name: "SOURCE", label: { fr: "Protège une source", nl: "Beschermt een bron", de: "Schützt eine Quelle", en: "Protects a source" }, legal_from: ["CONFIDENTIEL", "SECRET", "TRÈS SECRET"], home: false }, { name: "CRYPTO", label: { fr: "Matériel cryptographique", nl: "Cryptografisch materiaal", de: "Kryptomaterial", en: "Cryptographic material" }, legal_from: ["CONFIDENTIEL", "SECRET", "TRÈS SECRET"], home: false }] },
      { name: "Handling", kind: "informative" as const, values: [{ name: "ORCON", label: { fr: "Diffusion soumise à l’accord de l’autorité d’origine", nl: "Verspreiding met instemming van de overheid van oorsprong", de: "Verbreitung nur mit Zustimmung der Ursprungsbehörde", en: "Dissemination controlled by the originator" }, legal_from: ["RESTREINT", "CONFIDENTIEL", "SECRET", "TRÈS SECRET"], home: false }] },
    ],
  })),
  composeMarking: (draft) => answer("compose_marking", () => {
    const { banner, problems } = compose(draft);
    return { banner, marking_fr: banner?.text.replace(/ – [A-Z ]+/, "") ?? "", marking_nl: banner?.text.replace(/^[^–]+ – /, "") ?? "", equivalents: banner ? [{ policy: "NATO", text: `NATO ${banner.level.toUpperCase()}`, unverified: false, false_friend: false }, { policy: "EU", text: "SECRET UE/EU SECRET", unverified: false, false_friend: false }, ...(rel(draft.categories).includes("NLD") ? [{ policy: "NLD", text: "Dep. VERTROUWELIJK", unverified: true, false_friend: true }] : [])] : [], problems };
  }),
  fileDocuments: async (draft) => {
    hear?.({ event: "filing", document: 0, of: draft.files.length, name: draft.files[0]?.title ?? "", done: 1, total: 2 });
    return answer("file_documents", () => ({ not_filed: [], problem: null, filed: draft.files.map(({ handle, title, ...its }) => {
      const marking = its.own?.marking ?? draft.marking;
      const { banner } = compose(marking);
      const n = own.length;
      const made: DocumentRow = { id: `n${handle}${n}qkz7m2v5x3a4b6c8d9e`.slice(0, 26), reference: `ZGL/2026/${banner?.portion}-K7Q/${1000 + n}`, title, originator: its.originator ?? draft.originator, date: its.date ?? draft.date ?? "2026-11-22", dossier: draft.dossier, banner: banner ?? BANNERS.secret, releasability: rel(marking.categories), sealed: false, hit: null };
      own.unshift(made);
      return { id: made.id, reference: made.reference, class: "c", title: made.title, file_name: handle, text: { is: "whole", why: null, recognised: [] }, warnings: asked.has("many") ? [reason("aggregation", { count: "6", threshold: "5", level: "secret" })] : [] };
    }) }));
  },
  stopFiling: () => answer("stop_filing", () => undefined),
  textsToRead: () => answer("texts_to_read", () => ({ waiting: 1, read_here: true })),

  adviseFiling: ({ marking, text, topics, sources, dossier }) => answer("advise_filing", () => {
    const chosen = guide.topics.filter(({ id }) => topics.includes(id));
    const floor = chosen.map((one) => one.floor).sort((a, b) => LEVELS.indexOf(b) - LEVELS.indexOf(a))[0];
    const level = LEVELS.find((l) => NAMES[l] === marking?.classification);
    const values = marking?.categories.flatMap((c) => c.values) ?? [];
    const needed = [...new Set(chosen.flatMap(({ categories }) => categories))];
    const below: Reason[] = [];
    if (floor && level && LEVELS.indexOf(level) < LEVELS.indexOf(floor)) below.push(reason("below_guide", { floor }));
    if (level) for (const category of needed.filter((one) => !values.includes(one))) below.push(reason("below_guide_category", { category }));
    const water = sources.map((id) => find(id)?.banner.level ?? "secret").sort((a, b) => LEVELS.indexOf(b) - LEVELS.indexOf(a))[0];
    if (water && level && LEVELS.indexOf(level) < LEVELS.indexOf(water)) below.push(reason(asked.has("orcon") ? "sources_consent" : "below_sources", { floor: water }));
    const warnings = dossier && (asked.has("many") || sources.length >= guide.aggregation) ? [reason("aggregation", { count: "6", threshold: String(guide.aggregation), level: level ?? "secret" })] : [];
    return { suggested: proposed(text).map(({ id }) => id), floor: floor ? { level: floor, categories: needed, topics: chosen.filter((one) => one.floor === floor).map(({ id }) => id) } : null, below, aggregation: null, warnings, start: null };
  }),
  deriveStart: (sources) => answer("derive_start", () => {
    const from = sources.map((id) => sourceOf(find(id)!));
    const banner = [...from].sort((a, b) => LEVELS.indexOf(b.banner.level) - LEVELS.indexOf(a.banner.level))[0]!.banner;
    return { marking: { policy: "BEL", classification: NAMES[banner.level], review: null, categories: from.length === 1 && find(sources[0]!)!.releasability.length > 0 ? [{ tag: "Releasable To", values: find(sources[0]!)!.releasability }] : [] }, banner, from, orcon: asked.has("orcon"), foreign: false, also_of: [], by_two: sources.some((id) => find(id)!.sealed), problems: [] };
  }),
  markingDefaults: (dossier) => answer("marking_defaults", () => (dossier === "HAVEN" ? null : { policy: "BEL", releasability: ["BEL", "FRA"], categories: [{ tag: "Handling", values: ["ORCON"] }], from: dossier === "ARDENNES-26" ? ("dossier" as const) : ("last-used" as const) })),

  guide: () => answer("guide", () => guide),
  importGuide: () => answer("import_guide", () => asked.has("nofile") ? null : ({ name: "guide-2027.toml", aggregation: 8, topics: guide.topics.flatMap((topic, i) => i === 1 ? [] : i === 0 ? [{ ...topic, floor: "confidential" as Level, hints: [...topic.hints, "informateur"] }] : [topic]).concat([{ id: "fallback-routes", name: { fr: "Un itinéraire de repli", nl: "Een uitwijkroute", de: "Eine Ausweichroute", en: "A fallback route" }, interest: "b", harm: { fr: "Le convoi peut être attendu.", nl: "Het konvooi kan worden opgewacht.", de: "Dem Konvoi kann aufgelauert werden.", en: "The convoy can be waited for." }, floor: "secret", categories: [], hints: [] }]) })),
  exportGuide: () => answer("export_guide", () => "guide.toml"),
  replaceGuide: ({ aggregation, topics }) => answer("replace_guide", () => { guide = { aggregation, topics, shipped: false, changed_at: "2026-11-22T16:04:00Z", changed_by: session?.officer.id ?? null }; return null; }),

  authorities: () => answer("authorities", () => ours),
  addAuthority: (name) => answer("add_authority", () => {
    if ([ours.vault, ...ours.authorities].some((one) => plain(one) === plain(name))) throw problem("exists", { kind: "authority", name });
    ours = { ...ours, authorities: [...ours.authorities, name], changed_at: "2026-11-22T16:04:00Z", changed_by: session?.officer.id ?? null, changed_by_name: session?.officer.full_name ?? null };
    return null;
  }),
  removeAuthority: (name) => answer("remove_authority", () => { ours = { ...ours, authorities: ours.authorities.filter((one) => one !== name) }; return null; }),

  printers: () => answer("printers", () => printers),
  addPrinter: (name, ceiling) => answer("add_printer", () => {
    if (printers.some((one) => one.name.toLowerCase() === name.toLowerCase())) throw problem("exists", { kind: "printer", name });
    printers = [...printers, { name, ceiling, listed: "2026-11-22T16:04:00Z", listed_by: session?.officer.id ?? "", listed_by_name: session?.officer.full_name ?? "" }];
    return null;
  }),
  removePrinter: (name) => answer("remove_printer", () => { printers = printers.filter((one) => one.name !== name); return printers; }),
  printDocument: (_, { printer, copies, first, last }) => answer("print_document", () => {
    if (asked.has("noprint")) throw problem("not_printed", { printer, copy: String(printed + 1) });
    printed += copies;
    const numbers = Array.from({ length: copies }, (_, n) => printed - copies + 1 + n);
    return { id: documentAt(0, all()).id, version: 1, printer, copies: numbers, pages: { first, last } };
  }),

  calendar: ({ dossier, state, until, sort, limit, after }) => answer("calendar", () => {
    const rows: CalendarRow[] = [];
    for (let i = 0; i < Math.min(all(), 400); i += 1) {
      const document = documentAt(i, all());
      const found = { document, ...aged(document, i) };
      if (found.standing.lapses === null || (dossier && document.dossier !== dossier) || (state.length > 0 && !state.includes(found.standing.state)) || (until && found.standing.lapses > until)) continue;
      rows.push(found);
    }
    const [by, order] = (sort ?? "term").split(":");
    const key = (one: CalendarRow) => (by === "title" ? plain(one.document.title) : by === "finalised" ? one.finalised : (one.standing.lapses ?? ""));
    rows.sort((a, b) => key(a).localeCompare(key(b)) * (order ? -1 : 1));
    const from = Number(after ?? 0);
    return { rows: rows.slice(from, from + limit), next: from + limit < rows.length ? String(from + limit) : null, total: rows.length, lacks: null };
  }),
  register: ({ dossier, document, limit }) => answer("register", () => {
    const rows = decisions.filter((one) => (!dossier || find(one.document)?.dossier === dossier) && (!document || one.document === document));
    return { rows: rows.slice(0, limit), next: null, total: rows.length, lacks: null };
  }),
  examineReclassify: (id, to, draft) => answer("examine_reclassify", () => {
    const r = find(id)!;
    const nature = natureOf(r.banner.level, to);
    const after = to ? compose(to).banner : null;
    const changes: MarkingChange[] = [];
    if (after && after.level !== r.banner.level) changes.push({ code: nature === "upgrade" ? "raised" : "lowered", params: { from: NAMES[r.banner.level], to: NAMES[after.level] }, effect: nature === "upgrade" ? "narrower" : "wider" });
    const next = rel(to?.categories ?? []);
    if (to && r.releasability.length > 0 && next.length === 0) changes.push({ code: "audience_dropped", params: { tag: "Releasable To", values: r.releasability.join(", ") }, effect: "wider" });
    const reasons: Reason[] = [];
    if (draft.motive.trim().length < 10) reasons.push(reason("motive_missing"));
    if (nature !== "declassify" && !draft.interest) reasons.push(reason("interest_missing"));
    if (place(id) % 4 === 1 && !draft.consent) reasons.push(reason("not_originating_authority", { originator: r.originator }), reason("consent_missing"));
    return { nature, before: r.banner, after, changes, explanation: { permitted: reasons.length === 0, reasons, satisfied: ["account", "clearance", "need_to_know"].map((c) => reason(c)) }, earlier: place(id) % 4 === 0 ? 2 : 0, notes: 0, notify: place(id) % 3 === 0 ? decisions[0]?.notify ?? [] : [], warnings: [] };
  }),
  reclassify: (id, to, draft) => answer("reclassify", () => {
    const r = find(id)!;
    const nature = natureOf(r.banner.level, to);
    const now = to ? compose(to).banner : null;
    decisions.unshift({ document: id, reference: r.reference, formerly: null, title: r.title, nature, policy: "BEL", initial_level: r.banner.level, new_level: now?.level ?? r.banner.level, date: "2026-11-22T16:04:00Z", by: session?.officer.id ?? "", interest: draft.interest, motive: draft.motive, initial: r.banner, now, finalised: r.date, term: null, next_review: draft.next_review, beyond: [], consent: draft.consent && { ...draft.consent, from: draft.consent.from ?? "2026-11-22" }, notify: [], notified: [] });
    return { id, reference: r.reference.replace(/\d+$/, "2001"), class: "c", nature, earlier: place(id) % 4 === 0 ? 2 : 0, notes: 0, notify: place(id) % 3 === 0 ? decisions[1]?.notify ?? [] : [], warnings: [] };
  }),
  notified: (document, partner) => answer("notified", () => void decisions.find((one) => one.document === document)?.notified.push({ partner, at: "2026-11-22T16:04:00Z" })),

  dossiers: ({ query, status }) => answer("dossiers", () => whole(dossiers.filter(({ id, title, closed }) => contains(`${id} ${title}`, query ?? "") && (status === null || closed === (status === "closed"))))),
  dossier: (id) => answer("dossier", () => dossiers.find((one) => one.key === id) ?? missing("dossier")),
  nameDeputy: (key, deputy) => answer("name_deputy", () => Object.assign(dossiers.find((one) => one.key === key) ?? missing("dossier"), { deputy })),
  unledDossiers: () => answer("unled_dossiers", () => asked.has("unled") ? [{ key: "k7f2q4m3n5p6r7s8t2v3w4x5yz", id: null, title: null, was: "muster", deputy: "modele", members: ["modele", "proef"], requests: [] }] : []),
  nameLead: () => answer("name_lead", () => "a8"),
  createDossier: (id, title, lead, deputy) => answer("create_dossier", () => { const made = { ...NEW_DOSSIER, id, key: id, title, lead: lead ?? "modele", deputy, members: [], may_name_deputy: lead === null }; dossiers.push(made); return made; }),
  addMember: (dossier, officer, until, basis) => answer("add_member", () => void dossiers.find((d) => d.key === dossier)?.members.push({ officer, full_name: OFFICERS.find((o) => o.id === officer)?.full_name ?? officer, from: "2026-11-22", until, basis, codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never" })),
  changeDossier: (dossier, closed, why) => answer("change_dossier", () => { const d = dossiers.find((x) => x.key === dossier); if (d) Object.assign(d, { closed, changed: { by: "modele", at: "2026-11-22T09:00:00Z", why } }); }),
  removeMember: (dossier, officer) => answer("remove_member", () => { const d = dossiers.find((x) => x.key === dossier); if (d) d.members = d.members.filter((m) => m.officer !== officer); return []; }),

  partners: ({ query }) => answer("partners", () => whole(partners.filter(({ id, name }) => contains(`${id} ${name}`, query ?? "")))),
  addPartner: (p) => answer("add_partner", () => { partners = [...partners, { ...p, signing_key: null, fingerprint: "AAAA BBBB CCCC DDDD EEEE FFFF 0000 1111", post_quantum: p.recipient.startsWith("age1pq"), entered_by: session?.officer.id ?? "", entry: partners.length, changes: [], confirmed: false, confirmed_by: null, may_change: true, why_not: [] }]; }),
  changePartner: (p) => answer("change_partner", () => {
    partners = partners.map((is) => (is.id === p.id ? { ...is, ...p, signing_key: null, entered_by: session?.officer.id ?? "", entry: is.entry + 1, changes: is.ceiling === p.ceiling ? [] : [{ field: "ceiling", before: is.ceiling, now: p.ceiling }], confirmed: false, confirmed_by: null } : is));
  }),
  confirmPartner: (id, fingerprint) => answer("confirm_partner", () => {
    const partner = partners.find((p) => p.id === id);
    if (partner?.fingerprint.replaceAll(" ", "") !== fingerprint.replaceAll(" ", "").toUpperCase()) throw problem("fingerprint");
    partners = partners.map((p) => (p.id === id ? { ...p, changes: [], confirmed: true } : p));
  }),
  decideRelease: (partner, documents) => answer("decide_release", () => documents.map((document, i) => {
    const to = partners.find((p) => p.id === partner);
    if (!to?.confirmed) return { document, permitted: false, reasons: [reason("partner_unconfirmed", { partner }), reason("agreement_missing", { partner })] };
    const level = find(document)?.banner.level ?? "secret";
    if (LEVELS.indexOf(level) > LEVELS.indexOf(to.ceiling)) return { document, permitted: false, reasons: [reason("partner_ceiling", { partner, ceiling: to.ceiling }), reason("partner_excluded", { partner, nation: to.nation })] };
    if (i === 1) return { document, permitted: false, reasons: [reason("consent_missing")] };
    return { document, permitted: true, reasons: [] };
  })),
  requestRelease: (partner, docs, purpose) => answer("request_release", () => {
    const id = `r${releases.length + 1}`;
    releases.unshift({ id, partner, consents: [], documents: docs.map((d) => { const r = find(d)!; return { id: r.id, reference: r.reference, title: r.title, banner: r.banner }; }), hidden: [], purpose, requested_by: session?.officer.id ?? "", requested_at: "2026-11-22T17:05:00Z", approved_by: null, approved_at: null, refused_by: null, refused_at: null, refused_why: null, written: null, written_by: null, written_times: 0, status: "waiting", may_approve: false, why_not: [reason("own_request")], may_refuse: false, by_two: docs.some((d) => find(d)!.sealed) });
    return { release: id, warnings: docs.length > 1 ? [reason("aggregation", { count: "12", threshold: "10", level: "secret" })] : [] };
  }),
  releases: () => answer("releases", () => whole(releases)),
  release: (id) => answer("release", () => releases.find((one) => one.id === id) ?? missing("release")),
  assents: ({ about }) => answer("assents", () => whole(assents().filter((one) => about === null || one.about === about))),
  giveAssent: (id) => answer("give_assent", () => { const view = assents().find((one) => one.id === id)!; answered.add(id); return { ...view, status: "granted" }; }),
  refuseAssent: (id) => answer("refuse_assent", () => { answered.add(id); }),
  custody: () => answer("custody", () => custody),
  shareCustody: () => answer("share_custody", () => ({ waiting: "k2" })),
  requestCustody: () => answer("request_custody", () => "k3"),
  carryOutCustody: (id) => answer("carry_out_custody", () => {
    custody = { ...custody, requests: custody.requests.map((one) => one.request === id ? { ...one, status: "carried-out" as const, carried_out: "2026-11-22T17:05:00Z", may_carry_out: false, may_stop: false } : one) };
    return { delivered: [{ officer: "muster", keys: 2 }], for_two: [], left_out: [] };
  }),
  withdrawAssent: (id) => answer("withdraw_assent", () => { answered.add(id); }),
  approveRelease: (id) => answer("approve_release", () => { const r = releases.find((x) => x.id === id); if (r) Object.assign(r, { status: "approved", approved_by: session?.officer.id, approved_at: "2026-11-22T17:06:00Z", may_approve: false }); }),
  releaseByTwo: (id) => answer("release_by_two", () => ({ ...(releases.find((one) => one.id === id) ?? missing("release")), purpose: "Échange d’exercice" })),
  writeRelease: (id) => answer("write_release", () => { const r = releases.find((x) => x.id === id); if (r) Object.assign(r, { status: "written", written: "2026-11-22T17:07:00Z" }); return { release: id, package: `${id}-service-fictif.tar.age`, sha256: "0".repeat(64), bytes: 184_320, warnings: [] }; }),
  refuseRelease: (id, why) => answer("refuse_release", () => { const r = releases.find((x) => x.id === id); if (r) Object.assign(r, { status: "refused", refused_by: session?.officer.id, refused_at: "2026-11-22T17:06:00Z", refused_why: why, may_approve: false, may_refuse: false }); }),
  recallRelease: (id) => answer("recall_release", () => { const r = releases.find((x) => x.id === id); if (r) r.status = "recalled"; }),

  officers: ({ query }) => answer("officers", () => whole(OFFICERS.filter(({ id, full_name }) => contains(`${id} ${full_name}`, query ?? "")))),
  officer: (id) => answer("officer", () => OFFICERS.find((one) => one.id === id) ?? missing("officer")),
  renewals: () => answer("renewals", () => OFFICERS.flatMap(({ full_name, clearances }) => clearances.filter(({ renewal_due }) => renewal_due).map((clearance) => ({ full_name, clearance })))),
  compareCode: (id) => answer("compare_code", () => OFFICERS.find((o) => o.id === id) ?? OFFICERS[0]!),
  identities: () => answer("identities", () => [
    { fingerprint: "41207 88310 52946 07315 66021 90458", key: "3f2c", name: "", here: true, status: "present" as const, until: null, last_session: "2026-11-26T07:58:00Z" },
    { fingerprint: "90118 22046 71530 66402 18859 30277", key: "9a1b", name: "Antwerpen", here: false, status: "present" as const, until: null, last_session: null },
  ]),
  addIdentity: () => answer("add_identity", () => undefined),
  exportIdentity: () => answer("export_identity", () => asked.has("nofile") ? null : "zegel-identity.age"),
  importIdentity: () => answer("import_identity", () => asked.has("nofile") ? null : ({ officer: "modele", fingerprint: "41207 88310 52946 07315 66021 90458" })),
  protection: () => answer("protection", () => asked.has("token") ? "yubikey" : null),
  protectIdentity: () => answer("protect_identity", () => asked.has("nofile") ? null : "yubikey"),
  unprotectIdentity: () => answer("unprotect_identity", () => undefined),
  answerToken: () => answer("answer_token", () => undefined),
  revokeIdentity: () => answer("revoke_identity", () => undefined),
  requestIdentity: () => answer("request_identity", () => asked.has("nofile") ? null : ({ name: "zegel-request.txt", fingerprint: "41207 88310 52946 07315 66021 90458" })),
  pickRequest: () => answer("pick_request", () => asked.has("nofile") ? null : ({ name: "zegel-request.txt", text: "zegel-request/1", request: { officer: "nieuw", full_name: "Nele Nieuw", nationality: "BEL", fingerprint: "41207 88310 52946 07315 66021 90458", known: false } })),
  likeOfficers: (officer, name) => answer("like_officers", () => {
    const like = OFFICERS.filter((o) => o.id !== officer && o.full_name.toLowerCase() === name.trim().toLowerCase());
    return like.length > 0 ? reason("name_alike", { kind: "officer", name: officer || name, who: like.map((o) => `${o.full_name} (${o.id})`).join(", ") }) : null;
  }),
  admitOfficer: (_request, roles) => answer("admit_officer", () => {
    const added = { id: "nieuw", full_name: "Nele Nieuw", nationality: "BEL", roles, status: "active" as const, clearances: [], briefings: [], fingerprint: "41207 88310 52946 07315 66021 90458", codes: [{ code: "41207 88310 52946 07315 66021 90458", compared: false }], compared: "never" as const, freeze: null, function: { outside: false, policies: [], authority: null, reference: null, until: null, alone: null }, keys_due: false };
    OFFICERS.push(added);
    return { ...added, ...AT_ONCE };
  }),
  reissueOfficer: (id) => answer("reissue_officer", () => {
    const o = OFFICERS.find((x) => x.id === id);
    if (!o) throw problem("not_found", { kind: "officer", name: id });
    return { ...o, ...AT_ONCE };
  }),
  addOfficer: (o) => answer("add_officer", () => {
    const added = { id: o.id, full_name: o.full_name, nationality: o.nationality, roles: o.roles, status: "active" as const, clearances: [], briefings: [], fingerprint: "0000 1111", codes: [{ code: "0000 1111", compared: false }], compared: "never" as const, freeze: null, function: { outside: false, policies: [], authority: null, reference: null, until: null, alone: null }, keys_due: true };
    OFFICERS.push(added);
    return { ...added, ...AT_ONCE };
  }),
  setFunction: (id, said) => answer("set_function", () => {
    const o = OFFICERS.find((x) => x.id === id);
    if (!o) throw problem("not_found", { kind: "officer", name: id });
    const of = said.is === "outside" ? said.authorised : null;
    o.function = { outside: said.is === "outside", policies: of?.policies ?? [], authority: of?.authority ?? null, reference: of?.reference ?? null, until: of?.until ?? null, alone: of ? (session?.officer.id ?? null) : null };
    return null;
  }),
  changeRoles: (id, roles) => answer("change_roles", () => {
    const o = OFFICERS.find((x) => x.id === id);
    if (!o) throw problem("not_found", { kind: "officer", name: id });
    o.roles = roles;
    return { ...o, ...AT_ONCE };
  }),
  rekeying: () => answer("rekeying", () => ({ classes: 2, seen: 340, total: 1200 })),
  rekey: () => answer("rekey", () => ({ rewrapped: 12, remaining: 0, classes_left_out: 1, for_two: [{ id: "d1", reference: "BEL/2026/S-K7Q/3" }] })),
  stopRekeying: () => answer("stop_rekeying", () => undefined),
  copies: () => answer("copies", () => ({ bytes: 1_240_000_000, copies: 212, limit: 10_737_418_240, is_set: false, altered: 0 })),
  limitCopies: () => answer("limit_copies", () => ({ bytes: 1_240_000_000, copies: 212, limit: 10_737_418_240, is_set: false, altered: 0 })),
  removeCopies: () => answer("remove_copies", () => ({ bytes: 0, copies: 0, limit: 10_737_418_240, is_set: false, altered: 0 })),
  keptDossiers: () => answer("kept_dossiers", () => []),
  keepDossier: () => answer("keep_dossier", () => ({ objects: 14, bytes: 21_000_000, no_room: 0, missing: 0 })),
  fetchKept: () => answer("fetch_kept", () => ({ objects: 0, bytes: 0, no_room: 0, missing: 0 })),
  stopKeeping: () => answer("stop_keeping", () => undefined),
  stopFetching: () => answer("stop_fetching", () => undefined),
  backUp: () => answer("back_up", () => ({ vault: "a".repeat(26), name: "Exercise Ardennes 26", entries: 412, root: "0".repeat(64), objects: 35, bytes: 9 * 1024 * 1024, copied: 84, at: "2026-11-28T09:30:00Z", left_out: [], gone: [], changed: [], healed: [] })),
  beginning: () => answer("beginning", () => ({ first: asked.has("first") ? { language: "en" as const, theme: null, text_percent: null, shortest_passphrase: 12, may_join: true } : null, may_publish: true }), true),
  pickBackup: () => answer("pick_backup", () => ({ name: "backup" }), true),
  pickRestorePlace: () => answer("pick_restore_place", () => ({ name: "vault" }), true),
  restoreVault: () => answer("restore_vault", () => ({ vault: "a".repeat(26), name: "Exercise Ardennes 26", entries: 412, root: "0".repeat(64), objects: 35, bytes: 9 * 1024 * 1024, copied: 84, at: "2026-11-28T09:30:00Z", kept: "vault.before-20261129T093000Z", lost: null }), true),
  restoringProgress: () => answer("restoring_progress", () => ({ done: 3, total: 9 }), true),
  stopRestoring: () => answer("stop_restoring", () => undefined, true),
  speakFirst: () => answer("speak_first", () => undefined, true),
  rememberFirst: () => answer("remember_first", () => undefined, true),
  judgeFirstPassphrase: () => answer("judge_first_passphrase", () => ({ step: 3, enough: true, advice: [] }), true),
  pickVault: () => answer("pick_vault", () => ({ name: "Exercise Ardennes 26" }), true),
  foundVault: (founding) => answer("found_vault", () => ({ name: founding.name }), true),
  pickSecrets: () => answer("pick_secrets", () => ({ name: "owner.toml" }), true),
  joinVault: () => answer("join_vault", () => ({ name: "Exercise Ardennes 26", entries: 412, objects: 0 }), true),
  publishVault: () => answer("publish_vault", () => ({ name: "Exercise Ardennes 26", entries: 412, objects: 35 })),
  errandProgress: () => answer("errand_progress", () => ({ step: "objects" as const, done: 12, total: 35 }), true),
  stopErrand: () => answer("stop_errand", () => undefined, true),
  openNext: () => answer("open_next", () => undefined, true),
  stopBackup: () => answer("stop_backup", () => undefined),
  freezeOfficer: (id) => answer("freeze_officer", () => {
    const o = OFFICERS.find((x) => x.id === id);
    if (o) { o.status = "frozen"; o.freeze = { by: "voorbeeld", full_name: "Anna Voorbeeld", at: "2026-11-20T10:02:00Z", why: "Mot de passe vu par un tiers" }; }
    return [];
  }),
  unfreezeOfficer: (id) => answer("unfreeze_officer", () => {
    const o = OFFICERS.find((x) => x.id === id);
    if (o) { o.status = "active"; o.freeze = null; }
    return "effective" as const;
  }),
  disableOfficer: (id) => answer("disable_officer", () => { const o = OFFICERS.find((x) => x.id === id); if (o) o.status = "disabled"; }),
  grantClearance: (g) => answer("grant_clearance", () => { const level = LEVELS.find((l) => NAMES[l] === g.level) ?? "secret"; OFFICERS.find((o) => o.id === g.officer)?.clearances.push({ ...g, banner: BANNERS[level], status: "valid", renewal_due: false }); return { request: null, warnings: [] }; }),
  changeClearance: (officer, policy, change) => answer("change_clearance", () => { const c = OFFICERS.find((o) => o.id === officer)?.clearances.find((x) => x.policy === policy); if (c) c.status = ({ suspend: "suspended", reinstate: "valid", withdraw: "withdrawn" } as const)[change]; return null; }),
  recordBriefing: ({ officer, policy, level, date }) => answer("record_briefing", () => { OFFICERS.find((o) => o.id === officer)?.briefings.push({ policy, level, date }); return []; }),
  ceremony: () => answer("ceremony", () => ({ regime: "full" as const, steps: [
    { what: "second-security-officer" as const, done: true, active: 2, needed: 2, request: null },
    { what: "custodians" as const, done: asked.has("approved"), active: 1, needed: 1, request: null },
    { what: "approval" as const, done: asked.has("approved"), active: 0, needed: 1, request: null },
  ] })),
  recordApproval: () => answer("record_approval", () => "a2"),

  log: ({ after, limit, officer, action }) => answer("log", () => {
    const top = after === null ? (empty ? 0 : ENTRIES) : Number(after);
    const rows: LogRow[] = [];
    let i = top;
    for (; i > 0 && rows.length < limit; i -= 1) { const r = logRow(i); if ((!officer || r.officer === officer) && (!action || r.action === action)) rows.push(r); }
    return { rows, next: i > 0 ? String(i) : null };
  }),
  exportLog: () => answer("export_log", () => ({ name: "log.csv", rows: asked.has("empty") ? 0 : ENTRIES })),
  verifyLog: async () => { await new Promise((d) => setTimeout(d, 700)); return answer("verify_log", () => ({ entries: ENTRIES, root: "9f1c2b7ae0d4486f35b1c79a02ee5d6614c8a9f73be0215d8fa64b90c3e7d215", proved: ["unaltered", "signed", "nothing_inserted"], not_proved: ["rights", "contents", "objects", "same_vault", "nothing_cut_off"], lines_beside: 0 })); },
  compareCheckpoint: () => answer("compare_checkpoint", () => ({ entries: ENTRIES, root: "9f1c2b7ae0d4486f35b1c79a02ee5d6614c8a9f73be0215d8fa64b90c3e7d215", proved: ["unaltered", "signed", "nothing_inserted", "same_vault", "whole_to_checkpoint"], not_proved: ["rights", "contents", "objects", "nothing_cut_off_since"], lines_beside: 2 })),
  wholeness: () => answer("wholeness", () => ({ wholeness: { last_whole: "2026-11-22T07:30:00Z", whole: 12_400, verified: 0, entries: ENTRIES }, problem: null })),
  keepCheckpoint: () => answer("keep_checkpoint", () => "zegel-checkpoint.txt"),
};

export async function watch(heard: (said: ShellEvent) => void): Promise<void> {
  hear = heard;
  Object.assign(window, { fakeEvent: (said: ShellEvent) => { if (said.event === "locked") { session = null; because = said.because; } heard(said); } });
}

export const pageUrl = (handle: string, page: number, width: number): string => `/fake-page/${encodeURIComponent(handle)}/${page}?w=${width}`;
