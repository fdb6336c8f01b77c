// The contract with the Rust side. Mirrors the DTOs of src-tauri; the generated `bindings.ts` takes its place.

export type Lang = "fr" | "nl" | "de" | "en";
export type Level = "unclassified" | "restricted" | "confidential" | "secret" | "top-secret";

/** Why not: a stable code and its values. The words are `reason-<code>` and `reason-<code>-fix`. */
export type Reason = { code: string; params: Record<string, string> };
/** What every command fails with. The words are `err-<code>` and `fix-<code>`. */
export type Problem = { code: string; params: Record<string, string>; reasons: Reason[] };

/** A marking as it is shown: bilingual text, the policy's own colours, the portion mark. */
export type Banner = { text: string; colour: string; textColour: string; portion: string; level: Level };

export type Approval = { authority: string; reference: string; ceiling: Level; until: string };
export type OfficerChoice = { id: string };
export type LockedBecause = "start" | "user" | "idle" | "suspend" | "crash";
export type Status = {
  vaultName: string;
  exercise: boolean;
  approval: Approval | null;
  officers: OfficerChoice[];
  session: SessionView | null;
  autoLockSeconds: number;
  lockedBecause: LockedBecause;
};

export type SessionView = {
  officer: OfficerView;
  banner: Banner;
  exercise: boolean;
  lastUnlock: string | null;
  failedAttempts: number;
  warnings: Reason[];
};

export type DocumentFilter = {
  query: string | null;
  level: Level | null;
  dossier: string | null;
  limit: number;
  after: string | null;
};
export type DocumentRow = {
  id: string;
  reference: string;
  title: string;
  originator: string;
  date: string;
  dossier: string;
  banner: Banner;
  releasability: string[];
};
export type DocumentPage = { rows: DocumentRow[]; next: string | null; total: number };
export type HistoryRow = { at: string; officer: string; action: string; purpose: string };
export type Equivalent = { policy: string; text: string };
export type Explanation = { permitted: boolean; reasons: Reason[]; satisfied: Reason[] };
export type DocumentView = DocumentRow & {
  subject: string;
  fileName: string;
  mediaType: string;
  size: number;
  filed: string;
  filedBy: string;
  labelXml: string;
  markingFr: string;
  markingNl: string;
  equivalents: Equivalent[];
  history: HistoryRow[];
  explanation: Explanation;
};
export type OpenedView = { handle: string; pages: number; widthPt: number; heightPt: number };
export type ExplainAction = "open" | "release" | "file";

export type PickedFile = { handle: string; name: string; size: number };
export type MarkingLevel = { name: string; level: Level; banner: Banner; allowed: boolean; reasons: Reason[] };
export type CategoryKind = "restrictive" | "permissive" | "informative";
export type TagValue = { name: string; label: Record<string, string>; legalFrom: string[] };
export type MarkingTag = { name: string; kind: CategoryKind; values: TagValue[] };
export type MarkingOptions = { policy: string; levels: MarkingLevel[]; tags: MarkingTag[]; policies: string[] };
export type CategoryDraft = { tag: string; values: string[] };
export type MarkingDraft = {
  policy: string;
  classification: string;
  categories: CategoryDraft[];
  review: string | null;
};
export type ComposedMarking = {
  banner: Banner | null;
  markingFr: string;
  markingNl: string;
  equivalents: Equivalent[];
  problems: Reason[];
};
export type FilingDraft = {
  files: string[];
  dossier: string;
  marking: MarkingDraft;
  title: string;
  subject: string;
  originator: string;
  date: string | null;
};
export type Filed = { id: string; reference: string; class: string };

export type Member = { officer: string; fullName: string; from: string; until: string | null; basis: string };
export type DossierView = { id: string; title: string; lead: string; members: Member[]; mayManage: boolean };

export type PartnerView = {
  id: string;
  name: string;
  nation: string;
  communities: string[];
  contact: string;
  fingerprint: string;
  recipient: string;
  postQuantum: boolean;
  ceiling: Level;
  agreement: string | null;
  until: string | null;
  confirmed: boolean;
};
export type NewPartner = {
  id: string;
  name: string;
  nation: string;
  communities: string[];
  contact: string;
  recipient: string;
  ceiling: Level;
  agreement: string | null;
  until: string | null;
};
export type ReleaseDecision = { doc: string; permitted: boolean; reasons: Reason[] };
export type ConsentDraft = { doc: string; authority: string; reference: string };
export type ReleaseStatus = "waiting" | "approved" | "written" | "recalled";
export type ReleasedDocument = { id: string; reference: string; title: string; banner: Banner | null };
export type ReleaseView = {
  id: string;
  partner: string;
  docs: ReleasedDocument[];
  purpose: string;
  requestedBy: string;
  requestedAt: string;
  approvedBy: string | null;
  approvedAt: string | null;
  written: string | null;
  status: ReleaseStatus;
  mayApprove: boolean;
  whyNot: Reason[];
};

/** Values by tag. */
export type Categories = Record<string, string[]>;
export type ClearanceStatus = "valid" | "suspended" | "withdrawn" | "expired" | "future";
export type ClearanceView = {
  policy: string;
  level: string;
  banner: Banner;
  categories: Categories;
  from: string;
  until: string;
  status: ClearanceStatus;
  certificate: string;
  authority: string;
  renewalDue: boolean;
};
export type BriefingView = { policy: string; level: string; date: string };
export type OfficerView = {
  id: string;
  fullName: string;
  nationality: string;
  roles: string[];
  status: "active" | "disabled";
  clearances: ClearanceView[];
  briefings: BriefingView[];
};
export type NewOfficer = { id: string; fullName: string; nationality: string; roles: string[]; passphrase: string };
export type GrantClearance = {
  officer: string;
  policy: string;
  level: string;
  categories: Categories;
  from: string;
  until: string;
  certificate: string;
  authority: string;
};
export type NewApproval = { authority: string; reference: string; ceiling: Level; until: string };

export type LogFilter = {
  officer: string | null;
  doc: string | null;
  action: string | null;
  since: string | null;
  after: string | null;
  limit: number;
};
export type LogRow = { index: number; at: string; officer: string; action: string; subject: string; detail: Record<string, string> };
export type LogPage = { rows: LogRow[]; next: string | null };
export type Verified = { entries: number; root: string; ok: boolean };

/** What Rust says without being asked. */
export type ShellEvent =
  | { event: "locked"; because: LockedBecause }
  | { event: "files-hover"; over: boolean }
  | { event: "files-dropped"; files: PickedFile[] }
  | { event: "filing"; done: number; total: number; name: string };

/** Every command of the window. Rejects with a `Problem`. */
export interface Api {
  status(): Promise<Status>;
  unlockWait(officer: string): Promise<number>;
  unlock(officer: string, passphrase: string): Promise<SessionView>;
  lock(): Promise<void>;
  touch(): Promise<void>;
  setLanguage(lang: Lang): Promise<void>;
  changePassphrase(current: string, next: string): Promise<void>;

  documents(filter: DocumentFilter): Promise<DocumentPage>;
  document(id: string): Promise<DocumentView>;
  openDocument(id: string, purpose: string): Promise<OpenedView>;
  closeDocument(handle: string): Promise<void>;
  explain(action: ExplainAction, doc: string, officer: string | null, partner: string | null): Promise<Explanation>;

  pickFiles(): Promise<PickedFile[]>;
  forgetFiles(handles: string[]): Promise<void>;
  markingOptions(policy: string): Promise<MarkingOptions>;
  composeMarking(draft: MarkingDraft): Promise<ComposedMarking>;
  fileDocuments(draft: FilingDraft): Promise<Filed[]>;

  dossiers(): Promise<DossierView[]>;
  createDossier(id: string, title: string, lead: string | null): Promise<void>;
  addMember(dossier: string, officer: string, until: string | null, basis: string): Promise<void>;
  removeMember(dossier: string, officer: string, why: string): Promise<void>;

  partners(): Promise<PartnerView[]>;
  addPartner(partner: NewPartner): Promise<void>;
  confirmPartner(id: string, fingerprint: string): Promise<void>;
  decideRelease(partner: string, docs: string[]): Promise<ReleaseDecision[]>;
  requestRelease(
    partner: string,
    docs: string[],
    purpose: string,
    consents: ConsentDraft[],
  ): Promise<{ release: string }>;
  releases(): Promise<ReleaseView[]>;
  approveRelease(id: string): Promise<void>;
  writeRelease(id: string): Promise<{ name: string }>;
  recallRelease(id: string, why: string): Promise<void>;

  officers(): Promise<OfficerView[]>;
  addOfficer(officer: NewOfficer): Promise<void>;
  disableOfficer(id: string, why: string): Promise<void>;
  grantClearance(grant: GrantClearance): Promise<void>;
  suspendClearance(officer: string, policy: string, why: string): Promise<void>;
  reinstateClearance(officer: string, policy: string, why: string): Promise<void>;
  withdrawClearance(officer: string, policy: string, why: string): Promise<void>;
  recordBriefing(officer: string, policy: string, level: string, date: string): Promise<void>;
  recordApproval(approval: NewApproval): Promise<void>;

  log(filter: LogFilter): Promise<LogPage>;
  verifyLog(): Promise<Verified>;
}
