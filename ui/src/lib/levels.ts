// The levels, which every policy has, under names of its own.
import type { Level } from "$ipc";

/** The lowest first. */
export const LEVELS: readonly Level[] = ["unclassified", "restricted", "confidential", "secret", "top-secret"];

/** From RESTRICTED up. */
export const MARKED: readonly Level[] = LEVELS.slice(1);

export const rank = (level: Level): number => LEVELS.indexOf(level);
