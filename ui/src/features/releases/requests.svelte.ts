import { api, type Reason, type ReleaseOrder, type ReleaseView, type Sort } from "$ipc";
import { SortedList } from "$lib/filtered-list.svelte";
import type { Page } from "$lib/rows.svelte";
import { t } from "$lib/words.svelte";

/** What was asked for last. */
export const RELEASES_ORDER: Sort = { by: "filed", descending: true };

/** Whether it says more to two together than to the officer at the window. */
export const saysMoreToTwo = ({ purpose, by_two, documents }: ReleaseView): boolean => purpose === null && by_two && documents.length > 0;

/** What it is for, or why that is not said. */
export const purposeOf = (release: ReleaseView): string => release.purpose ?? t(saysMoreToTwo(release) ? "release-purpose-two" : "release-purpose-hidden");

/** The requests that this officer may see. */
export class Requests extends SortedList<Record<string, never>, ReleaseView> {
  /** What the last request is warned of. */
  warnings = $state.raw<readonly Reason[]>([]);
  /** Which half of the screen is open. */
  tab = $state<string>("prepare");
  /** The request whose documents are being read: its panel comes back after them. */
  reading = $state.raw<string | null>(null);

  constructor() {
    super("releases", RELEASES_ORDER, {});
  }

  protected override page(after: string | null, limit: number): Promise<Page<ReleaseView>> {
    const { by, descending } = this.sort;
    return api.releases({ sort: { by: by as ReleaseOrder, descending }, limit, after });
  }

  load(): Promise<void> {
    return this.rows.restart();
  }

  /** The request whose documents were being read, if it still waits for this officer. */
  async returned(): Promise<ReleaseView | null> {
    const { reading } = this;
    this.reading = null;
    const request = reading === null ? null : await api.release(reading).catch(() => null);
    return request?.may_approve ? request : null;
  }
}
