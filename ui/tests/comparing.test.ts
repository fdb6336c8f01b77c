import { describe, expect, it, vi } from "vitest";
import type { Proof } from "../src/lib/ipc";

const alone: Proof = { entries: 12, root: "aa", proved: ["unaltered"], not_proved: ["same_vault"], lines_beside: 0 };
const kept: Proof = { entries: 12, root: "aa", proved: ["unaltered", "same_vault", "whole_to_checkpoint"], not_proved: ["nothing_cut_off_since"], lines_beside: 2 };
const api = vi.hoisted(() => ({ verifyLog: vi.fn(), compareCheckpoint: vi.fn(), wholeness: vi.fn(async () => null) }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, isProblem: () => true, watch: async () => {} }));
vi.mock("../src/lib/session.svelte", () => ({ session: { acted: 0, tokenSays: "", caught: (thrown: unknown) => thrown } }));
const { LogList } = await import("../src/features/log/list.svelte");

describe("the log and a checkpoint that was kept elsewhere", () => {
  it("are compared, and what that proves stands in the place of what was found before", async () => {
    const log = new LogList();
    api.verifyLog.mockResolvedValueOnce(alone);
    await log.verify();
    expect(log.verified.value).toEqual(alone);
    api.compareCheckpoint.mockResolvedValueOnce(null);
    await log.compare();
    expect(log.verified.value, "he thought better of it").toEqual(alone);
    api.compareCheckpoint.mockResolvedValueOnce(kept);
    await log.compare();
    expect(log.verified.value).toEqual(kept);
  });

  it("that do not agree leave nothing on the screen that says the log is whole", async () => {
    const log = new LogList();
    api.verifyLog.mockResolvedValue(alone);
    await log.verify();
    api.compareCheckpoint.mockRejectedValueOnce({ code: "rolled_back", params: { seen: "12", found: "9" }, reasons: [] });
    await log.compare();
    expect([log.comparing.problem?.code, log.verified.value]).toEqual(["rolled_back", null]);
    await log.verify();
    expect(log.comparing.problem, "the next question is another").toBeNull();
  });
});
