import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ openDocument: vi.fn(), closeDocument: vi.fn(async () => null), document: vi.fn(async () => ({})), documents: vi.fn() }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Opening } = await import("../src/features/documents/opening.svelte");

const ID = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
const here = { go: vi.fn(), replace: vi.fn() } as never;
const denied = (code: string) => ({ code: "denied", params: {}, reasons: [{ code, params: {} }] });
const opened = { handle: "h", about: { title: "Tandem" }, with: "rik", pages: 1, width_pt: 1, height_pt: 1, missing: [] };

describe("a document that two open", () => {
  beforeEach(() => {
    api.openDocument.mockReset();
  });

  it("is asked for with what the second typed, which is forgotten at once", async () => {
    api.openDocument.mockResolvedValue(opened);
    const opening = new Opening();
    opening.ask(ID, "(opened by two)", null, true);
    [opening.purpose, opening.second, opening.passphrase] = ["to know it", " rik ", "exercise"];
    await opening.open(here);
    expect(api.openDocument).toHaveBeenCalledWith(ID, "to know it", { officer: "rik", passphrase: "exercise" });
    expect([opening.second, opening.passphrase, opening.asking]).toEqual(["", "", null]);
    expect(opening.opened).toEqual(opened);
    await new Promise((done) => setTimeout(done));
    expect(opening.about.value, "what its sheet says, and not what everybody knows").toEqual({ title: "Tandem" });
    expect(api.document).not.toHaveBeenCalled();
  });

  it("keeps nothing of a passphrase that was wrong", async () => {
    api.openDocument.mockRejectedValue({ code: "wrong_passphrase", params: {}, reasons: [] });
    const opening = new Opening();
    opening.ask(ID, null, null, true);
    [opening.purpose, opening.second, opening.passphrase] = ["to know it", "rik", "wrong"];
    await opening.open(here);
    expect([opening.passphrase, opening.second]).toEqual(["", "rik"]);
    expect(opening.asking).not.toBeNull();
  });

  it("asks for the second where it was not known that two open it, and denies nothing yet", async () => {
    api.openDocument.mockRejectedValue(denied("second_officer_needed"));
    const opening = new Opening();
    opening.ask(ID, null);
    opening.purpose = "to know it";
    await opening.open(here);
    expect(api.openDocument).toHaveBeenCalledWith(ID, "to know it", null);
    expect([opening.asking?.sealed, opening.denied, opening.purpose]).toEqual([true, null, "to know it"]);
  });

  it("forgets what was typed when it is put aside", () => {
    const opening = new Opening();
    opening.ask(ID, null, null, true);
    [opening.second, opening.passphrase] = ["rik", "exercise"];
    opening.dismiss();
    expect([opening.second, opening.passphrase, opening.asking]).toEqual(["", "", null]);
  });
});
