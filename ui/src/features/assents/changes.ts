import type { Component } from "svelte";
import type { AssentKind, AssentView } from "$ipc";
import Clearance from "./Clearance.svelte";
import Release from "./Release.svelte";

/** What would be so with the last yes: each kind of request shows it in its own way. */
export const CHANGES: Record<AssentKind, Component<{ one: AssentView }>> = { release: Release, clearance: Clearance };
