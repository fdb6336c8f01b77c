// The log of the invented vault: as many rows as anybody asks for.
import type { LogKind, LogRow, LogValue } from "../src/lib/ipc/bindings";
import { documentAt, OFFICERS } from "./fake-data";

/** Its entries. */
export const ENTRIES = 12_408;
const ACTIONS = ["open", "file", "deny", "unlock", "grant-clearance", "open", "request-release", "approve-release", "deliver-key", "open"];
const logValue = (name: string, kind: LogKind, value: string, shown: string | null = null, title: string | null = null): LogValue => ({ name, kind, value, shown, title });

/** The entry of a number. */
export const logRow = (index: number): LogRow => {
  const document = documentAt(index % 30, 30);
  const about = index % 10 === 4 ? logValue("officer", "officer", "muster", "Muster, Erika") : index % 10 === 7 ? logValue("document", "document", document.id) : logValue("document", "document", document.id, document.reference, document.title);
  const detail: LogValue[] =
    index % 10 === 2 ? [logValue("action", "action", "open"), logValue("reasons", "reason", "clearance_level"), logValue("reasons", "reason", "need_to_know_missing")]
    : index % 10 === 4 ? [logValue("policy", "text", "BEL"), logValue("level", "classification", "CONFIDENTIEL", "CONFIDENTIEL – VERTROUWELIJK"), logValue("from", "day", "2026-11-29"), logValue("until", "day", "2031-11-28"), logValue("certificate", "text", "ANS-2026-12417"), logValue("authority", "text", "ANS")]
    : index % 10 === 0 ? [logValue("purpose", "text", "Préparation de la réunion du 22 novembre")]
    : [];
  return {
    index,
    at: new Date(Date.UTC(2026, 10, 22, 16, 0) - (ENTRIES - index) * 437_000).toISOString(),
    officer: OFFICERS[(index * 7) % OFFICERS.length]?.id ?? "",
    action: ACTIONS[index % ACTIONS.length] ?? "open",
    subject: about.value,
    about,
    values: [about, ...detail],
    detail: Object.fromEntries(detail.map(({ name, value }) => [name, value])),
  };
};
