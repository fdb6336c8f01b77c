import { Route } from "./route.svelte";
import { session } from "./session.svelte";

/** Where this officer is. Outlives the lock, so that one resumes where one left. */
export const route = (): Route => session.kept.of(Route);
