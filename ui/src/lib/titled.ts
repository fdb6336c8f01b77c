import type { DocumentRow } from "$ipc";
import { t } from "./words.svelte";

/** The title of a document as lists show it; of what two open together, that it is so. */
export const titled = (row: Pick<DocumentRow, "title" | "sealed">): string => (row.sealed ? t("ui-sealed-title") : row.title);

/** What a document is called where one asks to open it: of what two open together, which one it is. */
export const asked = (row: Pick<DocumentRow, "title" | "sealed" | "reference">): string =>
  row.sealed ? `${row.reference} ${t("ui-sealed-title")}` : row.title;
