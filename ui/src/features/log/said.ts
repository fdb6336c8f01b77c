// What was recorded, in words.
import type { LogRow, LogValue } from "$ipc";
import { tagName } from "$lib/tags";
import { action, t, words } from "$lib/words.svelte";

/** The words of `key`, or the code where no catalogue has them. */
const said = (key: string, code: string): string => (words.has(key) ? t(key) : code);

/** A value as a person reads it: a title only where this officer may know it. */
export function valueOf({ kind, value, shown, title }: LogValue, of: LogRow["detail"] = {}): string {
  const code = value.replaceAll("_", "-");
  switch (kind) {
    case "key":
      return said(`ui-key-${code}`, value);
    case "key-by":
      return said(`ui-key-by-${code}`, value);
    case "level":
      return said(`level-${code}`, value);
    case "role":
      return said(`role-${code}`, value);
    case "reason":
      return words.reason({ code: value, params: namedBy(value, of) }).what;
    case "action":
      return action(value);
    case "nature":
      return said(`ui-nature-${code}`, value);
    case "function":
      return said(`ui-function-${code}`, value);
    case "interest":
      return said(`interest-${code}`, value);
    case "fault":
      return said(`ui-fault-${code}`, value);
    case "field":
      return said(`ui-field-${code}`, value);
    case "category": {
      const [tag = value, ...rest] = value.split("=");
      return rest.length > 0 ? `${tagName(tag)} ${rest.join("=")}` : value;
    }
    case "day":
      return words.day(value);
    case "document":
    case "dossier":
      return title ? t("ui-file-value", { name: shown ?? value, label: title }) : (shown ?? value);
    case "officer":
    case "partner":
      return shown ? t("ui-missing-officer", { name: shown, id: value }) : value;
    case "classification":
    case "class":
    case "release":
    case "number":
    case "topic":
    case "text":
    case "fingerprint":
      return shown ?? value;
  }
}

/** What a reason of a denial names, as it was recorded with it. */
const namedBy = (code: string, detail: LogRow["detail"]): Record<string, string> => {
  const prefix = `reason.${code}.`;
  const named = Object.entries(detail).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value]));
};

/** What a row is about, in its line: a document that this officer may not name, by the end of the reference that requests give it;
 * of what has no name but an identifier, its beginning: the opened entry has all of it. */
export function brief(about: LogValue): string {
  if (about.shown) return valueOf(about);
  const beginning = about.value.slice(0, 8);
  if (about.kind === "document") return `D-${beginning.toUpperCase()}`;
  return (about.kind === "class" || about.kind === "dossier") && about.value.length > 20 ? `${beginning}…` : valueOf(about);
}

/** The label of a recorded value. */
export const nameOf = (name: string): string => said(`ui-detail-${name}`, name);

/** Everything that was recorded but what the row is about, by name: several of one name stand together. */
export function detailsOf(row: LogRow): { name: string; values: LogValue[] }[] {
  const details: { name: string; values: LogValue[] }[] = [];
  for (const value of row.values) {
    if (row.about && value.name === row.about.name && value.value === row.about.value) continue;
    const last = details.at(-1);
    if (last?.name === value.name) last.values.push(value);
    else details.push({ name: value.name, values: [value] });
  }
  return details;
}

/** The same in one line. Which keys it was under is nothing that one reads: that is for the opened entry. */
export const inLine = (row: LogRow): string =>
  detailsOf(row)
    .filter(({ values }) => values.some(({ kind, shown }) => kind !== "class" || shown))
    .map(({ name, values }) => t("ui-file-value", { name: nameOf(name), label: values.map((value) => valueOf(value, row.detail)).join(", ") }))
    .join(" · ");
