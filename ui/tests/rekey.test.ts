import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ rekey: vi.fn(), stopRekeying: vi.fn(async () => null) }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Rekey } = await import("../src/features/keys/rekey.svelte");
const { session } = await import("../src/lib/session.svelte");

const came = { rewrapped: 3, remaining: 0, classes_left_out: 1, for_two: [] };

describe("documents that are sealed again", () => {
  beforeEach(() => {
    api.rekey.mockReset();
    api.stopRekeying.mockClear();
  });

  it("are those that were asked for, as was chosen; all that came of it is kept", async () => {
    api.rekey.mockResolvedValue(came);
    const rekey = new Rekey();
    rekey.ask({ dossier: "k" }, "HAVEN");
    rekey.deep = true;
    session.rekeying = { seen: 1, total: 2 };
    await rekey.run();
    expect(api.rekey).toHaveBeenCalledWith({ dossier: "k" }, true, null, "");
    expect([rekey.done, session.rekeying]).toEqual([came, null]);
    // Once done, it is not done again by the button that closes.
    await rekey.run();
    expect(api.rekey).toHaveBeenCalledTimes(1);
    rekey.ask({ document: "d" }, "ZGL/1");
    expect([rekey.done, rekey.deep]).toEqual([null, false]);
  });

  it("are those that two open as well, where a second officer is here who says what for", async () => {
    api.rekey.mockResolvedValue(came);
    const rekey = new Rekey();
    rekey.ask({ dossier: "k" }, "HAVEN");
    rekey.deep = rekey.two = true;
    rekey.second.officer = "bea";
    rekey.second.passphrase = "typed";
    await rekey.run();
    expect(api.rekey).not.toHaveBeenCalled();
    rekey.purpose = " to seal it again ";
    await rekey.run();
    expect(api.rekey).toHaveBeenCalledWith({ dossier: "k" }, true, { officer: "bea", passphrase: "typed" }, "to seal it again");
    expect(rekey.second.passphrase).toBe("");
    rekey.ask({ dossier: "k" }, "HAVEN");
    expect([rekey.two, rekey.purpose, rekey.second.officer]).toEqual([false, "", ""]);
  });

  it("stop when the dialog is closed while it runs, and not when it is over", async () => {
    let end: (done: typeof came) => void = () => undefined;
    api.rekey.mockReturnValue(new Promise((done) => (end = done)));
    const rekey = new Rekey();
    rekey.ask({ document: "d" }, "ZGL/1");
    const run = rekey.run();
    rekey.dismiss();
    expect(api.stopRekeying).toHaveBeenCalledTimes(1);
    end(came);
    await run;
    rekey.dismiss();
    expect(api.stopRekeying).toHaveBeenCalledTimes(1);
  });

  it("say what went wrong, and may be tried again", async () => {
    api.rekey.mockRejectedValueOnce({ code: "busy", params: {}, reasons: [] }).mockResolvedValueOnce(came);
    const rekey = new Rekey();
    rekey.ask("held", "");
    await rekey.run();
    expect([rekey.act.problem?.code, rekey.done]).toEqual(["busy", null]);
    await rekey.run();
    expect(rekey.done).toEqual(came);
  });
});
