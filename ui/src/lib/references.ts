import { api, type Problem } from "$ipc";

/** The identifier of what was asked for. References are sealed with their documents: only those one may see are known. */
export async function idOf(asked: string): Promise<string> {
  if (!asked.includes("/")) return asked;
  const page = await api.documents({ query: asked, level: null, dossier: null, limit: 50, after: null });
  const found = page.rows.find(({ reference }) => reference.toLowerCase() === asked.toLowerCase());
  // It may be there all the same, as long as a search does not find everything.
  if (!found && page.lacks) throw { code: page.lacks.code, params: page.lacks.params, reasons: [] } satisfies Problem;
  if (!found) throw { code: "not_found", params: { kind: "document", name: asked }, reasons: [] } satisfies Problem;
  return found.id;
}
