import { beforeEach, describe, expect, it, vi } from "vitest";

const far = { code: "clock_far_ahead", params: { days: "400", last: "2026-11-20T08:00:00Z", now: "2027-12-25T08:00:00Z" } };
const session = vi.hoisted(() => ({ lastOfficer: "", acted: 0, tokenSays: "", accepted: false, reading: null as { done: number; total: number } | null, caught: (thrown: unknown) => thrown, unlock: vi.fn(), renewKeys: vi.fn() }));
vi.mock("$ipc", () => ({ api: { unlockWait: async () => 0 } }));
vi.mock("../src/lib/session.svelte", () => ({ session }));
const { Unlocking } = await import("../src/features/people/unlock.svelte");

/** What was sent of whether the clock is right, try by try; behind it stands what was said of an older identity file. */
const said = (of: ReturnType<typeof vi.fn>) => of.mock.calls.map((all) => all.at(-2) as boolean);

async function nora() {
  const way = new Unlocking();
  await way.choose("nora");
  way.passphrase = "given by another";
  return way;
}

beforeEach(() => {
  session.unlock.mockReset();
  session.renewKeys.mockReset();
});

describe("a clock that is far ahead of the log", () => {
  it("is asked about, and nothing is sent before the officer has answered", async () => {
    session.unlock.mockRejectedValueOnce(far).mockResolvedValueOnce(undefined);
    const way = await nora();
    expect(await way.unlock()).toBe(false);
    expect(way.clock).toEqual(far.params);
    expect(said(session.unlock)).toEqual([false]);
    expect(await way.trust()).toBe(true);
    expect(said(session.unlock)).toEqual([false, true]);
    expect(way.clock).toBeNull();
  });

  it("is asked about before an officer makes his own keys, too", async () => {
    session.unlock.mockRejectedValueOnce({ code: "renewal_due", params: {} });
    session.renewKeys.mockRejectedValueOnce(far).mockResolvedValueOnce(undefined);
    const way = await nora();
    await way.unlock();
    expect([way.due, way.clock]).toEqual([true, null]);
    expect(await way.renew("his own passphrase")).toBe(false);
    expect(way.clock).toEqual(far.params);
    expect(said(session.renewKeys), "he was not asked yet").toEqual([false]);
    expect(await way.trust()).toBe(true);
    expect(session.renewKeys.mock.calls.map((all) => all[2] as string)).toEqual(["his own passphrase", "his own passphrase"]);
    expect(said(session.renewKeys)).toEqual([false, true]);
    expect([way.due, way.clock, way.passphrase]).toEqual([false, null, ""]);
  });

  it("that the officer doubts leaves him outside, and nothing is kept of what he typed", async () => {
    session.unlock.mockRejectedValueOnce({ code: "renewal_due", params: {} });
    session.renewKeys.mockRejectedValueOnce(far);
    const way = await nora();
    await way.unlock();
    await way.renew("his own passphrase");
    way.doubt();
    expect([way.due, way.clock, way.passphrase, way.act.problem]).toEqual([false, null, "", null]);
    await way.trust();
    expect(session.renewKeys.mock.calls.length + session.unlock.mock.calls.length, "there is nothing to go on with").toBe(2);
  });
});

describe("the wait for an unlock", () => {
  it("says that the passphrase is tried, then that the log is read, and how far", async () => {
    let came = () => {};
    session.unlock.mockReturnValueOnce(new Promise<void>((done) => (came = done)));
    const way = await nora();
    expect(way.step).toBeNull();
    const unlocked = way.unlock();
    expect(way.step).toEqual(["ui-unlock-checking"]);
    session.accepted = true;
    expect(way.step).toEqual(["ui-unlock-reading"]);
    session.reading = { done: 5_000, total: 12_408 };
    expect(way.step).toEqual(["ui-unlock-read", { done: 5_000, total: 12_408 }]);
    came();
    await unlocked;
    expect(way.step).toBeNull();
  });
});
