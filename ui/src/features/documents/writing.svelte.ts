import { api, type DocumentView, type Offered, type PreviewView, type Problem } from "$ipc";
import { session } from "$lib/session.svelte";

/** What is revised: the document that the text comes from. */
export type Revised = Pick<DocumentView, "id" | "reference" | "title">;

/** What is written, and what it revises. */
interface Draft {
  title: string;
  text: string;
  revising: Revised | null;
}

/** Whether both say the same of everything that is kept. */
function isSame(one: Draft | null, other: Draft | null): boolean {
  if (one === null || other === null) return one === other;
  const [mine, its] = [one.revising, other.revising];
  return one.title === other.title && one.text === other.text && mine?.id === its?.id && mine?.reference === its?.reference && mine?.title === its?.title;
}

/** A line begins with the mark of its level, `(S) `, or with none. */
const PORTION = /^\([^()\n]{1,40}\)\s+/;

/** Puts a portion mark before the line where the caret is, in the place of the one that it has; gives where the caret is then. */
export function withPortion(text: string, caret: number, letters: string): { text: string; caret: number } {
  // Policies give the letters alone; on a page they stand in brackets, by which a mark is known.
  const portion = letters.startsWith("(") ? letters : `(${letters})`;
  const begins = text.lastIndexOf("\n", caret - 1) + 1;
  const ends = text.indexOf("\n", begins);
  const line = text.slice(begins, ends < 0 ? undefined : ends);
  // Signs of a heading, an entry or a quotation stay first.
  const sign = /^(\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s+)?/.exec(line)?.[0] ?? "";
  const rest = line.slice(sign.length).replace(PORTION, "");
  const written = `${sign}${portion} ${rest}`;
  return { text: text.slice(0, begins) + written + text.slice(begins + line.length), caret: Math.max(begins + sign.length + portion.length + 1, caret + written.length - line.length) };
}

/** A text that the officer writes here. Kept over a lock with what else he writes, and sealed in his own index as he writes. */
export class Writing {
  static readonly draft = "writing";
  title = $state("");
  text = $state("");
  revising = $state.raw<Revised | null>(null);
  /** How the text looks, as far as it was drawn. */
  preview = $state.raw<PreviewView | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** When it was last kept; empty while there is something that is not. */
  keptAt = $state("");
  /** The handle by which it is on its way into the vault. */
  offered = "";
  #kept: Draft | null = null;
  #asked = 0;

  get draft(): Draft | null {
    const { title, text, revising } = this;
    return title === "" && text === "" && revising === null ? null : { title, text, revising };
  }

  goOn({ title, text, revising }: Draft): void {
    Object.assign(this, { title, text, revising });
  }

  /** Called when the screen is shown: what was kept before a crash comes back. */
  async start(): Promise<void> {
    if (this.draft !== null) return;
    try {
      const kept = await api.keptWriting();
      if (kept && this.draft === null) {
        this.goOn(JSON.parse(kept) as Draft);
        this.#kept = this.draft;
      }
    } catch (thrown) {
      this.problem = session.caught(thrown);
    }
  }

  /** Keeps what is written now, sealed, where it is not kept yet. */
  async keep(): Promise<void> {
    const { draft } = this;
    if (isSame(draft, this.#kept)) return;
    try {
      await api.keepWriting(draft === null ? "" : JSON.stringify(draft));
      this.#kept = draft;
      this.keptAt = draft === null ? "" : new Date().toISOString();
    } catch (thrown) {
      const problem = session.caught(thrown);
      // A lock hands it over by itself.
      if (problem.code !== "locked") this.problem = problem;
    }
  }

  /** Draws it again. A late answer is thrown away. */
  async draw(): Promise<void> {
    const mine = ++this.#asked;
    const before = this.preview?.handle ?? null;
    if (this.text.trim() === "") {
      this.preview = null;
      if (before) await api.closeDocument(before).catch(() => undefined);
      return;
    }
    try {
      const preview = await api.previewWriting(this.text, null, before);
      if (mine === this.#asked) this.preview = preview;
      else await api.closeDocument(preview.handle).catch(() => undefined);
      this.problem = null;
    } catch (thrown) {
      const problem = session.caught(thrown);
      if (mine === this.#asked && problem.code !== "locked") this.problem = problem;
    }
  }

  /** Lets the pages go: with the screen, and with the text. */
  leave(): void {
    this.#asked += 1;
    const handle = this.preview?.handle;
    this.preview = null;
    if (handle) void api.closeDocument(handle).catch(() => undefined);
  }

  /** The text as a file that can be filed; what was offered before is taken back. */
  async offer(): Promise<Offered | null> {
    try {
      this.problem = null;
      if (this.offered) await api.forgetFiles([this.offered]).catch(() => undefined);
      const name = `${(this.title.trim() || this.revising?.title || "note").replace(/[/\\]/g, "_").slice(0, 80)}.md`;
      const offered = await api.offerWriting(this.text, name);
      this.offered = offered.files[0]?.handle ?? "";
      return offered;
    } catch (thrown) {
      this.problem = session.caught(thrown);
      return null;
    }
  }

  /** It is in the vault, where it was among these: here it is no more. */
  filed(handles: ReadonlySet<string>): void {
    if (this.offered === "" || !handles.has(this.offered)) return;
    this.clear();
  }

  /** Begins to revise a document that was written here: decided and recorded, as any opening. */
  async revise(document: Revised, purpose: string): Promise<void> {
    const text = await api.reviseDocument(document.id, purpose);
    this.clear();
    this.text = text;
    this.revising = { id: document.id, reference: document.reference, title: document.title };
    this.title = document.title;
  }

  clear(): void {
    this.leave();
    this.title = this.text = this.offered = this.keptAt = "";
    this.revising = this.problem = null;
    void this.keep();
  }
}
