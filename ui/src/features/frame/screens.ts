import { Part } from "$lib/part.svelte";
import type { Screen } from "$lib/route.svelte";

/** The screens beside the register. */
export const SCREENS: Record<Exclude<Screen, "documents">, Part> = {
  document: new Part(() => import("$features/document/Document.svelte")),
  file: new Part(() => import("$features/file/File.svelte")),
  release: new Part(() => import("$features/release/Release.svelte")),
  calendar: new Part(() => import("$features/calendar/Calendar.svelte")),
  partners: new Part(() => import("$features/release/PartnerList.svelte")),
  clearances: new Part(() => import("$features/clearances/Clearances.svelte")),
  dossiers: new Part(() => import("$features/dossiers/Dossiers.svelte")),
  log: new Part(() => import("$features/log/Log.svelte")),
};

/** The dialog of a decision, which several screens open. */
export const DECIDING = new Part(() => import("$features/reclassify/DecideDialog.svelte"));
