import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({
  pickBackup: vi.fn(async () => ({ name: "backup" })),
  pickRestorePlace: vi.fn(async () => ({ name: "vault" })),
  restoreVault: vi.fn(),
  restoringProgress: vi.fn(async () => null),
  stopRestoring: vi.fn(async () => undefined),
}));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Restoring } = await import("../src/features/system/restoring.svelte");

const refused = (code: string) => ({ code, params: {}, reasons: [] });

describe("a backup that is restored", () => {
  beforeEach(() => {
    api.restoreVault.mockReset();
  });

  it("loses nothing unasked, and then no more than what was said would be lost", async () => {
    const restoring = new Restoring();
    for (const [code, may] of [["restore_older", "older"], ["restore_forked", "anything"], ["restore_unread", "anything"]] as const) {
      api.restoreVault.mockReset().mockRejectedValue(refused(code));
      restoring.anyway = false;
      restoring.act.problem = null;
      await restoring.run();
      expect(api.restoreVault).toHaveBeenLastCalledWith("nothing");
      expect(restoring.loses).toBe(may);
      restoring.anyway = true;
      await restoring.run();
      expect(api.restoreVault).toHaveBeenLastCalledWith(may);
      // Said once, it holds once.
      expect(restoring.anyway).toBe(false);
    }
  });

  it("forgets what was said of another folder", async () => {
    const restoring = new Restoring();
    api.restoreVault.mockRejectedValue(refused("restore_forked"));
    await restoring.run();
    restoring.anyway = true;
    await restoring.pick("to");
    expect([restoring.to?.name, restoring.loses, restoring.anyway]).toEqual(["vault", null, false]);
    await restoring.run();
    expect(api.restoreVault).toHaveBeenLastCalledWith("nothing");
  });

  it("asks for nothing else where a problem says of no loss", async () => {
    const restoring = new Restoring();
    api.restoreVault.mockRejectedValue(refused("backup_altered"));
    await restoring.run();
    restoring.anyway = true;
    await restoring.run();
    expect(restoring.loses).toBeNull();
    expect(api.restoreVault).toHaveBeenLastCalledWith("nothing");
  });
});
