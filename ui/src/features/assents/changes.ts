import type { Component } from "svelte";
import type { AssentKind, AssentView } from "$ipc";
import Approval from "./Approval.svelte";
import Authorities from "./Authorities.svelte";
import Clearance from "./Clearance.svelte";
import Custody from "./Custody.svelte";
import Guide from "./Guide.svelte";
import Reinstatement from "./Reinstatement.svelte";
import Reissue from "./Reissue.svelte";
import Printer from "./Printer.svelte";
import Release from "./Release.svelte";
import Roles from "./Roles.svelte";
import Standing from "./Standing.svelte";
import Sharing from "./Sharing.svelte";
import Unfreezing from "./Unfreezing.svelte";
import Succession from "./Succession.svelte";
import Withdrawal from "./Withdrawal.svelte";

/** What would be so with the last yes: each kind of request shows it in its own way. */
export const CHANGES: Record<AssentKind, Component<{ one: AssentView }>> = {
  release: Release,
  clearance: Clearance,
  approval: Approval,
  custody: Custody,
  "custody-sharing": Sharing,
  guide: Guide,
  authorities: Authorities,
  unfreezing: Unfreezing,
  roles: Roles,
  function: Standing,
  reissue: Reissue,
  reinstatement: Reinstatement,
  succession: Succession,
  withdrawal: Withdrawal,
  printer: Printer,
};
