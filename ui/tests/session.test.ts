import { describe, expect, it, vi } from "vitest";
import type { SessionView } from "../src/lib/ipc";

const as = (id: string) => ({ officer: { id, full_name: id, roles: [] } }) as unknown as SessionView;
/** What Rust keeps of each officer, sealed. */
const sealed = vi.hoisted(() => new Map<string, string>());
const here = vi.hoisted(() => ({ officer: "" }));
const api = vi.hoisted(() => ({
  unlock: vi.fn(),
  lock: vi.fn(async () => null),
  status: vi.fn(),
  keepDraft: vi.fn(async (officer: string, draft: string) => void sealed.set(officer, draft)),
  keptDraft: vi.fn(async () => sealed.get(here.officer) || null),
}));
const shell = vi.hoisted(() => ({ says: (said: unknown): void => void said }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn(async (hear: (said: unknown) => void) => void (shell.says = hear)) }));
const { session } = await import("../src/lib/session.svelte");
const { Route } = await import("../src/lib/route.svelte");

class Draft {
  static readonly draft = "draft";
  title = "";
  refused: string | null = null;
  get draft() {
    return this.title === "" ? null : { title: this.title };
  }
  goOn({ title }: { title: string }) {
    this.title = title;
  }
}

async function unlock(id: string): Promise<void> {
  const view = as(id);
  here.officer = id;
  api.unlock.mockResolvedValue(view);
  api.status.mockResolvedValue({ session: view, language: "en", preferences: { language: null, theme: null, last_officer: null, panes: {}, lists: {} }, locked_because: "user" });
  await session.unlock(id, "");
  await vi.waitFor(() => expect(session.view?.officer.id).toBe(id));
}

async function lock(): Promise<void> {
  api.status.mockResolvedValue({ session: null, language: "en", preferences: {}, locked_because: "user" });
  await session.lock();
}

/** What the page holds of a sitting, as far as a word of it can be found. */
const inMemory = () => JSON.stringify(Object.values(session), (_, value: unknown) => (value instanceof Map ? [...value] : value)) + session.kept.written;

describe("what an officer was writing", () => {
  it("is handed to Rust with the lock, leaves the page, and comes back to him alone", async () => {
    vi.stubGlobal("document", { documentElement: { dataset: {}, lang: "" } });
    api.status.mockResolvedValue({ session: null, language: "en", preferences: {}, locked_because: "start" });
    await session.start();
    await unlock("modele");
    Object.assign(session.kept.of(Draft), { title: "Convoi", refused: "denied" });
    session.kept.of(Route).go("file", "abc");
    await lock();
    expect(sealed.get("modele")).toContain("Convoi");
    expect(inMemory(), "nothing of it stays in the page").not.toMatch(/Convoi|abc/);
    await unlock("voorbeeld");
    expect([session.kept.of(Draft).title, session.kept.of(Route).place.screen]).toEqual(["", "documents"]);
    expect(inMemory()).not.toMatch(/Convoi|abc/);
    session.kept.of(Draft).title = "Nota";
    await lock();
    await unlock("modele");
    const back = session.kept.of(Draft);
    expect([back.title, back.refused], "what was answered before the lock is not").toEqual(["Convoi", null]);
    expect(session.kept.of(Route).place).toEqual({ screen: "file", id: "abc" });
  });

  it("is handed over also by a lock that the page only hears of, and what nobody looked at meanwhile stays kept", async () => {
    shell.says({ event: "locked", because: "idle" });
    expect(session.view).toBeNull();
    await unlock("modele");
    // This time he does not come by the form.
    await lock();
    expect(sealed.get("modele")).toContain("Convoi");
    await unlock("modele");
    session.kept.of(Draft).title = "";
    await lock();
    expect(sealed.get("modele")).not.toContain("Convoi");
  });

  it("is nobody's when the vault locks before it is here", async () => {
    let answer: (draft: string | null) => void = () => undefined;
    api.keptDraft.mockImplementationOnce(() => new Promise((done) => (answer = done)));
    const view = as("modele");
    api.unlock.mockResolvedValue(view);
    const coming = session.unlock("modele", "");
    await vi.waitFor(() => expect(api.keptDraft).toHaveBeenCalled());
    await Promise.resolve();
    await lock();
    answer(JSON.stringify({ draft: { title: "Convoi" } }));
    await coming;
    expect([session.view, session.kept.of(Draft).title]).toEqual([null, ""]);
  });
});

describe("a first reading", () => {
  it("says how far it is while the unlock waits for it, and nothing of it at the next unlock", async () => {
    let unlocked: (view: SessionView) => void = () => undefined;
    api.unlock.mockImplementationOnce(() => new Promise((done) => (unlocked = done)));
    const coming = session.unlock("modele", "");
    expect([session.accepted, session.reading]).toEqual([false, null]);
    shell.says({ event: "accepted" });
    expect([session.accepted, session.reading], "the log is read before anything is counted").toEqual([true, null]);
    for (const done of [1024, 2048]) {
      shell.says({ event: "reading", done, total: 3000 });
      expect(session.reading).toEqual({ done, total: 3000 });
    }
    api.status.mockResolvedValue({ session: as("modele"), language: "en", preferences: {}, locked_because: "user" });
    unlocked(as("modele"));
    await coming;
    await lock();
    api.unlock.mockImplementationOnce(() => new Promise(() => undefined));
    void session.unlock("modele", "");
    expect([session.accepted, session.reading]).toEqual([false, null]);
  });
});
