// The screens: what the menu, the palette, the keys and the place know of each. Every officer has all of them; what stands
// on one is decided in Rust.
import CalendarClock from "@lucide/svelte/icons/calendar-clock";
import CircleCheckBig from "@lucide/svelte/icons/circle-check-big";
import FilePlus2 from "@lucide/svelte/icons/file-plus-2";
import Files from "@lucide/svelte/icons/files";
import FolderLock from "@lucide/svelte/icons/folder-lock";
import Handshake from "@lucide/svelte/icons/handshake";
import IdCard from "@lucide/svelte/icons/id-card";
import ScrollText from "@lucide/svelte/icons/scroll-text";
import Send from "@lucide/svelte/icons/send";
import { Part } from "$lib/part.svelte";
import type { Screen } from "$lib/route.svelte";
import type { Task } from "$lib/waiting.svelte";
import { t } from "$lib/words.svelte";

type Known = {
  /** Fetched by itself; without it, it comes with the frame. */
  part?: Part;
  /** Its sign in the menu and the palette; without it, it is reached from another screen alone. */
  icon?: typeof Files;
  /** The screen of the menu that it belongs to, when it has no place there. */
  under?: Screen;
  /** What waits for an officer there. */
  tasks?: readonly Task[];
};

/** Every screen, in the order of the menu. */
const SCREENS: Record<Screen, Known> = {
  // What is shown first.
  documents: { icon: Files },
  document: { under: "documents", part: new Part(() => import("$features/documents/Document.svelte")) },
  file: { icon: FilePlus2, part: new Part(() => import("$features/documents/File.svelte")) },
  write: { under: "file", part: new Part(() => import("$features/documents/Write.svelte")) },
  release: { icon: Send, part: new Part(() => import("$features/releases/Release.svelte")), tasks: ["write"] },
  assents: { icon: CircleCheckBig, part: new Part(() => import("$features/assents/Assents.svelte")), tasks: ["approve", "answer"] },
  calendar: { icon: CalendarClock, part: new Part(() => import("$features/marking/Calendar.svelte")), tasks: ["decide"] },
  partners: { icon: Handshake, part: new Part(() => import("$features/partners/PartnerList.svelte")), tasks: ["confirm"] },
  clearances: { icon: IdCard, part: new Part(() => import("$features/clearances/Clearances.svelte")), tasks: ["renew", "deliver"] },
  dossiers: { icon: FolderLock, part: new Part(() => import("$features/dossiers/Dossiers.svelte")), tasks: ["lead"] },
  log: { icon: ScrollText, part: new Part(() => import("$features/log/Log.svelte")) },
};

/** The dialog of a decision, which several screens open. */
export const DECIDING = new Part(() => import("$features/marking/DecideDialog.svelte"));

export type Entry = { screen: Screen; icon: typeof Files; tasks: readonly Task[] };

/** The screens of the menu: the first is Alt 1. */
export const MENU: readonly Entry[] = (Object.entries(SCREENS) as [Screen, Known][]).flatMap(([screen, { icon, tasks = [] }]) =>
  icon ? [{ screen, icon, tasks }] : [],
);

/** All that is fetched by itself. */
export const PARTS: readonly Part[] = Object.values(SCREENS).flatMap(({ part }) => part ?? []);

export const partOf = (screen: Screen): Part | null => SCREENS[screen].part ?? null;

/** The screen of the menu where one is. */
export const menuOf = (screen: Screen): Screen => SCREENS[screen].under ?? screen;

/** What stands on a screen and is looked for by its own name: where it is, and the keys of its words. */
export const WITHIN: readonly { id: string; screen: Screen; part?: string; words: readonly string[] }[] = [
  { id: "write", screen: "write", words: ["ui-nav-file", "ui-nav-write"] },
  { id: "decisions", screen: "calendar", part: "register", words: ["ui-nav-calendar", "ui-calendar-tab-register"] },
  { id: "renewals", screen: "clearances", part: "renewals", words: ["ui-nav-clearances", "ui-clearances-tab-renewals"] },
  { id: "guide", screen: "clearances", part: "guide", words: ["ui-nav-clearances", "ui-clearances-tab-guide"] },
  { id: "system", screen: "clearances", part: "system", words: ["ui-nav-clearances", "ui-clearances-tab-system"] },
  { id: "approval", screen: "clearances", part: "system/approval", words: ["ui-clearances-tab-system", "ui-system-approval"] },
  { id: "custody", screen: "clearances", part: "system/custody", words: ["ui-clearances-tab-system", "ui-custody-title"] },
  { id: "authorities", screen: "clearances", part: "system/authorities", words: ["ui-clearances-tab-system", "ui-authorities-title"] },
  { id: "printers", screen: "clearances", part: "system/printers", words: ["ui-clearances-tab-system", "ui-printers-title"] },
  { id: "backup", screen: "clearances", part: "system/backup", words: ["ui-clearances-tab-system", "ui-backup-title"] },
  { id: "copies", screen: "clearances", part: "system/copies", words: ["ui-clearances-tab-system", "ui-copies-title"] },
  { id: "publish", screen: "clearances", part: "system/publish", words: ["ui-clearances-tab-system", "ui-publish-title"] },
  { id: "check", screen: "clearances", part: "system/check", words: ["ui-clearances-tab-system", "ui-check-title"] },
];

export const nameOf = (screen: Screen): string => t(`ui-nav-${screen}`);
