import { describe, expect, it, vi } from "vitest";
import type { SessionView } from "../src/lib/ipc";

const as = (id: string) => ({ officer: { id, full_name: id, roles: [] } }) as unknown as SessionView;
const api = vi.hoisted(() => ({ unlock: vi.fn(), lock: vi.fn(async () => null), status: vi.fn() }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { session } = await import("../src/lib/session.svelte");
const { Route } = await import("../src/lib/route.svelte");

class Draft {
  title = "";
}

async function unlock(id: string): Promise<void> {
  const view = as(id);
  api.unlock.mockResolvedValue(view);
  api.status.mockResolvedValue({ session: view, language: "en", preferences: { language: null, theme: null, last_officer: null, panes: {}, lists: {} }, locked_because: "user" });
  await session.unlock(id, "");
  await vi.waitFor(() => expect(session.view?.officer.id).toBe(id));
}

async function lock(): Promise<void> {
  api.status.mockResolvedValue({ session: null, language: "en", preferences: {}, locked_because: "user" });
  await session.lock();
}

describe("what an officer was writing", () => {
  it("comes back to him after a lock, and is gone once another unlocks", async () => {
    vi.stubGlobal("document", { documentElement: { dataset: {}, lang: "" } });
    await unlock("modele");
    session.kept.of(Draft).title = "Convoi";
    session.kept.of(Route).go("file");
    await lock();
    await unlock("modele");
    expect(session.kept.of(Draft).title).toBe("Convoi");
    await lock();
    await unlock("voorbeeld");
    expect(session.kept.of(Draft).title).toBe("");
    await lock();
    await unlock("modele");
    expect(session.kept.of(Draft).title).toBe("");
    expect(session.kept.of(Route).place.screen, "where he was holds nothing that he wrote").toBe("file");
  });
});
