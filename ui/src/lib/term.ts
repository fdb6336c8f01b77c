import type { StandingView } from "$ipc";

/** How a term stands; where none runs, why. Words: `ui-term-<this>`. */
export const termOf = ({ state, because }: StandingView): string => (because ? `${state}-${because}` : state);
