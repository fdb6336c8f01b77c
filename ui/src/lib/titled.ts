import type { DocumentRow } from "$ipc";
import { t } from "./words.svelte";

/** The title of a document as lists show it; of what two open together, that it is so. */
export const titled = (row: Pick<DocumentRow, "title" | "sealed">): string => (row.sealed ? t("ui-sealed-title") : row.title);
