// The only module that talks to Rust. In Vite's mode `fake` (development, never shipped) dev/fake.ts stands in its place.
import { Channel, invoke } from "@tauri-apps/api/core";
import type { Api, Problem, ShellEvent } from "./types";

export type * from "./types";

/** A refusal by the permission layer arrives as a plain string, everything else as a `Problem`. */
export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown) {
    const { code, params, reasons } = thrown as Partial<Problem>;
    return { code: String(code), params: params ?? {}, reasons: reasons ?? [] };
  }
  return { code: "internal", params: {}, reasons: [] };
}

async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

export const api: Api = {
  status: () => call("status"),
  unlockWait: (officer) => call("unlock_wait", { officer }),
  unlock: (officer, passphrase) => call("unlock", { officer, passphrase }),
  lock: () => call("lock"),
  touch: () => call("touch"),
  setLanguage: (lang) => call("set_language", { lang }),
  changePassphrase: (current, next) => call("change_passphrase", { current, next }),

  documents: (filter) => call("documents", { filter }),
  document: (id) => call("document", { id }),
  openDocument: (id, purpose) => call("open_document", { id, purpose }),
  closeDocument: (handle) => call("close_document", { handle }),
  explain: (action, doc, officer, partner) => call("explain", { action, doc, officer, partner }),

  pickFiles: () => call("pick_files"),
  forgetFiles: (handles) => call("forget_files", { handles }),
  markingOptions: (policy) => call("marking_options", { policy }),
  composeMarking: (draft) => call("compose_marking", { draft }),
  fileDocuments: (draft) => call("file_documents", { draft }),

  dossiers: () => call("dossiers"),
  createDossier: (id, title, lead) => call("create_dossier", { id, title, lead }),
  addMember: (dossier, officer, until, basis) => call("add_member", { dossier, officer, until, basis }),
  removeMember: (dossier, officer, why) => call("remove_member", { dossier, officer, why }),

  partners: () => call("partners"),
  addPartner: (partner) => call("add_partner", { partner }),
  confirmPartner: (id, fingerprint) => call("confirm_partner", { id, fingerprint }),
  decideRelease: (partner, docs) => call("decide_release", { partner, docs }),
  requestRelease: (partner, docs, purpose, consents) =>
    call("request_release", { partner, docs, purpose, consents }),
  releases: () => call("releases"),
  approveRelease: (id) => call("approve_release", { id }),
  writeRelease: (id) => call("write_release", { id }),
  recallRelease: (id, why) => call("recall_release", { id, why }),

  officers: () => call("officers"),
  addOfficer: (officer) => call("add_officer", { officer }),
  disableOfficer: (id, why) => call("disable_officer", { id, why }),
  grantClearance: (clearance) => call("grant_clearance", { clearance }),
  suspendClearance: (officer, policy, why) => call("suspend_clearance", { officer, policy, why }),
  reinstateClearance: (officer, policy, why) => call("reinstate_clearance", { officer, policy, why }),
  withdrawClearance: (officer, policy, why) => call("withdraw_clearance", { officer, policy, why }),
  recordBriefing: (officer, policy, level, date) => call("record_briefing", { officer, policy, level, date }),
  recordApproval: (approval) => call("record_approval", { approval }),

  log: (filter) => call("log", { filter }),
  verifyLog: () => call("verify_log"),
};

/** Calls `heard` for whatever Rust says without being asked, for as long as the page lives. */
export async function watch(heard: (said: ShellEvent) => void): Promise<void> {
  const channel = new Channel<ShellEvent>();
  channel.onmessage = heard;
  await call("watch", { channel });
}

/** Where the window finds page `page` (counted from 1) of an opened document, `width` pixels wide. */
export function pageUrl(handle: string, page: number, width: number): string {
  return `page://localhost/${encodeURIComponent(handle)}/${page}?w=${width}`;
}
