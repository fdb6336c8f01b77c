import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ openDocument: vi.fn(), openAttachment: vi.fn(), closeDocument: vi.fn(async () => null), document: vi.fn(async () => ({})), documents: vi.fn(), officers: vi.fn() }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Opening } = await import("../src/features/documents/opening.svelte");

const ID = "aaaaaaaaaaaaaaaaaaaaaaaaaa";
const here = { go: vi.fn(), replace: vi.fn() } as never;
const denied = (code: string) => ({ code: "denied", params: {}, reasons: [{ code, params: {} }] });
const opened = { handle: "h", about: { title: "Tandem" }, with: "rik", pages: 1, page: 1, width_pt: 1, height_pt: 1, missing: [] };

describe("a document that two open", () => {
  beforeEach(() => {
    api.openDocument.mockReset();
    api.officers.mockResolvedValue({ rows: [{ id: "rik", full_name: "Rik", status: "active" }], total: 1, next: null });
  });

  it("is asked for with what the second typed, which is forgotten at once", async () => {
    api.openDocument.mockResolvedValue(opened);
    const opening = new Opening();
    opening.ask(ID, "(opened by two)", null, true);
    [opening.purpose, opening.second, opening.passphrase] = ["to know it", " rik ", "exercise"];
    await opening.open(here);
    expect(api.openDocument).toHaveBeenCalledWith(ID, null, "to know it", { officer: "rik", passphrase: "exercise" }, null);
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
    expect(api.openDocument).toHaveBeenCalledWith(ID, null, "to know it", null, null);
    expect([opening.asking?.sealed, opening.denied, opening.purpose]).toEqual([true, null, "to know it"]);
    expect(opening.act.problem, "the dialog says what it takes").toBeNull();
    await vi.waitFor(() => expect(opening.officers.value?.map(({ id }) => id)).toEqual(["rik"]));
  });

  it("asks for the password of a document that has one, and keeps none that was typed", async () => {
    const problem = (code: string) => ({ code, params: {}, reasons: [] });
    api.openDocument.mockRejectedValueOnce(problem("view_encrypted"));
    const opening = new Opening();
    opening.ask(ID, "locked");
    opening.purpose = "to know it";
    await opening.open(here);
    expect([opening.asking?.locked, opening.act.problem, opening.purpose]).toEqual([true, null, "to know it"]);
    api.openDocument.mockRejectedValueOnce(problem("view_wrong_password"));
    opening.password = "wrong";
    await opening.open(here);
    expect([opening.password, opening.asking?.locked, opening.act.problem?.code]).toEqual(["", true, "view_wrong_password"]);
    api.openDocument.mockResolvedValue({ ...opened, about: null, with: null });
    opening.password = "right";
    await opening.open(here);
    expect(api.openDocument).toHaveBeenLastCalledWith(ID, null, "to know it", null, "right");
    expect([opening.password, opening.asking]).toEqual(["", null]);
  });

  it("forgets what was typed when it is put aside", () => {
    const opening = new Opening();
    opening.ask(ID, null, null, true);
    [opening.second, opening.passphrase] = ["rik", "exercise"];
    opening.dismiss();
    expect([opening.second, opening.passphrase, opening.asking]).toEqual(["", "", null]);
  });
});

describe("a file that a document brings with it", () => {
  const file = (handle: string) => ({ ...opened, handle, about: null });
  const begun = async () => {
    api.openDocument.mockReset().mockResolvedValue({ ...opened, with: null });
    api.closeDocument.mockClear();
    const opening = new Opening();
    opening.ask(ID, "A mail");
    opening.purpose = "to know it";
    await opening.open(here);
    return opening;
  };

  it("is shown by itself, and one comes back to the page that one left", async () => {
    const opening = await begun();
    api.openAttachment.mockResolvedValueOnce(file("inner")).mockResolvedValueOnce(file("innermost"));
    await opening.attach(2, "inner.eml", 4);
    expect(api.openAttachment).toHaveBeenLastCalledWith("h", 2);
    await opening.attach(1, "note.txt", 7);
    expect(api.openAttachment).toHaveBeenLastCalledWith("inner", 1);
    expect([opening.shown?.handle, opening.attachments.map(({ name }) => name)]).toEqual(["innermost", ["inner.eml", "note.txt"]]);
    expect(["h", "inner", "innermost", "other"].map((handle) => opening.holds(handle))).toEqual([true, true, true, false]);
    await opening.detach();
    expect([opening.shown?.handle, opening.shown?.page]).toEqual(["inner", 7]);
    await opening.detach();
    expect([opening.shown?.handle, opening.shown?.page]).toEqual(["h", 4]);
    expect(api.closeDocument.mock.calls).toEqual([["innermost"], ["inner"]]);
  });

  it("goes with its document", async () => {
    for (const end of [(opening: InstanceType<typeof Opening>) => opening.close(), (opening: InstanceType<typeof Opening>) => opening.withdraw(denied("need_to_know"), here)]) {
      const opening = await begun();
      api.openAttachment.mockResolvedValueOnce(file("inner"));
      await opening.attach(1, "inner.eml", 1);
      api.closeDocument.mockClear();
      await end(opening);
      expect([opening.shown, opening.attachments]).toEqual([null, []]);
      expect(api.closeDocument.mock.calls).toEqual([["inner"], ["h"]]);
    }
  });

  it("that cannot be opened leaves the document, and says why", async () => {
    const opening = await begun();
    api.openAttachment.mockRejectedValueOnce({ code: "unsupported_media", params: {}, reasons: [] });
    await opening.attach(1, "all.zip", 1);
    expect([opening.shown?.handle, opening.attaching.problem?.code]).toEqual(["h", "unsupported_media"]);
  });

  it("that came too late is closed again", async () => {
    const opening = await begun();
    api.openAttachment.mockImplementationOnce(async () => {
      await opening.close();
      return file("late");
    });
    await opening.attach(1, "note.txt", 1);
    expect(opening.shown).toBeNull();
    expect(api.closeDocument).toHaveBeenLastCalledWith("late");
  });
});
