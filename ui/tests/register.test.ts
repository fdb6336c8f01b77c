import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ documents: vi.fn(), document: vi.fn(async (id: string) => ({ id })), notSearched: vi.fn(), dossiers: vi.fn(), filterLike: vi.fn(), remember: vi.fn(async () => null) }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Register } = await import("../src/features/documents/register.svelte");
const { Opening } = await import("../src/features/documents/opening.svelte");

const page = { rows: [{ id: "a", hit: { page: 2, before: "het ", found: "konvooi", after: "." } }], next: null, total: 1 };

describe("looking inside documents", () => {
  beforeEach(() => {
    api.documents.mockReset().mockResolvedValue(page);
    api.notSearched.mockReset().mockResolvedValue([{ why: "picture", documents: 2 }, { why: "unread", documents: 3 }]);
  });

  it("asks for hits by few, and for what is not searched", async () => {
    const register = new Register();
    register.within = "content";
    register.filter.query = " konvooi ";
    await register.refilter();
    expect(api.documents.mock.calls[0]?.[0]).toMatchObject({ query: "konvooi", inside: true, limit: 50 });
    await vi.waitFor(() => expect(register.unsearched).toBe(5));
    expect(api.notSearched).toHaveBeenCalledTimes(1);
    expect(api.notSearched.mock.calls[0]?.[0]).toMatchObject({ inside: true, query: "konvooi" });
  });

  it("lists everything in its order where nothing is looked for, and says nothing of texts", async () => {
    const register = new Register();
    register.within = "content";
    await register.refilter();
    expect(api.documents.mock.calls[0]?.[0]).toMatchObject({ query: null, inside: false, limit: 500 });
    register.within = "titles";
    register.filter.query = "konvooi";
    await register.refilter();
    expect(api.documents.mock.calls[1]?.[0]).toMatchObject({ query: "konvooi", inside: false });
    expect(api.notSearched).not.toHaveBeenCalled();
    expect(register.unsearched).toBe(0);
  });

  it("lets go of a document that a search does not find, and keeps it after an act", async () => {
    const register = new Register();
    register.choose("a");
    register.filter.query = "konvooi";
    await register.refilter();
    expect([register.chosen, register.cursor], "it is found").toEqual(["a", 0]);
    api.documents.mockResolvedValue({ rows: [{ id: "b" }], next: null, total: 1 });
    await register.renew();
    expect(register.chosen, "put right, it has another title").toBe("a");
    await register.refilter();
    expect(register.chosen).toBeNull();
  });

  it("keeps what is chosen while the list is still being asked for", async () => {
    const register = new Register();
    register.filter.query = "konvooi";
    const asked = register.refilter();
    register.choose("a");
    await asked;
    expect([register.chosen, register.cursor]).toEqual(["a", 0]);
  });

  it("keeps it where more may be found", async () => {
    const register = new Register();
    register.choose("a");
    register.filter.query = "konvooi";
    api.documents.mockResolvedValue({ rows: [{ id: "b" }], next: "next", total: 900 });
    await register.refilter();
    expect(register.chosen).toBe("a");
    api.documents.mockResolvedValue({ rows: [], next: null, total: 0, lacks: { code: "index_behind", params: {} } });
    await register.refilter();
    expect(register.chosen).toBe("a");
    register.filter.query = "";
    api.documents.mockResolvedValue({ rows: [], next: null, total: 0 });
    await register.refilter();
    expect(register.chosen, "nothing is looked for").toBe("a");
  });

  it("is shown again with the cursor where it was, chosen or not, and asks for the document that is chosen", async () => {
    const register = new Register();
    api.documents.mockResolvedValue({ rows: [{ id: "a" }, { id: "b" }], next: null, total: 2 });
    api.dossiers.mockResolvedValue({ rows: [], next: null });
    await register.start();
    expect([register.chosen, register.cursor]).toEqual([null, -1]);
    // In a narrow window one goes along the rows without choosing one.
    register.moveTo(1, false);
    await register.start();
    expect([register.chosen, register.cursor]).toEqual([null, 1]);
    register.choose("a");
    api.document.mockClear();
    await register.start();
    expect([register.cursor, api.document.mock.calls]).toEqual([0, [["a"]]]);
    await register.refilter();
    expect(api.document, "it is the same document whatever is looked for").toHaveBeenCalledTimes(1);
  });

  it("opens a document at the word at which it was found, and another without one", () => {
    const opening = new Opening();
    opening.ask("a", "Paper", null, false, page.rows[0]?.hit.found);
    expect(opening.looked).toBe("konvooi");
    opening.ask("b", "Other");
    expect(opening.looked).toBe("");
  });
});

describe("a view that is kept", () => {
  it("is looked for as it was kept, and what else was filtered is not", async () => {
    api.documents.mockReset().mockResolvedValue({ rows: [], next: null, total: 0 });
    const kept = new Register();
    Object.assign(kept.filter, { query: " pont ", level: "secret", from: "2026-01-01", mine: "opened", withdrawn: "withdrawn" });
    kept.within = "content";
    kept.order({ by: "originator", descending: true });
    const { view } = kept;
    expect(view).toMatchObject({ query: "pont", inside: true, level: "secret", sort: "originator:desc", from: "2026-01-01", mine: "opened", withdrawn: true, limit: 0, after: null });
    const register = new Register();
    register.order({ by: "title", descending: false });
    register.filter.originator = "elsewhere";
    register.show({ filter: JSON.parse(JSON.stringify(view)) });
    expect(register.view).toEqual(view);
    await vi.waitFor(() => expect(api.documents.mock.lastCall?.[0]).toMatchObject({ ...view, limit: 50 }));
  });
});

describe("what is as a document", () => {
  it("is looked for in the order that is chosen, by nothing else, and nothing changes where that could not be asked", async () => {
    api.documents.mockReset().mockResolvedValue({ rows: [], next: null, total: 0 });
    const register = new Register();
    register.order({ by: "title", descending: false });
    Object.assign(register.filter, { query: "pont", kind: "pdf" });
    api.filterLike.mockRejectedValueOnce(new Error("denied"));
    await register.showLike("a");
    expect(register.like.problem).not.toBeNull();
    expect(register.filter).toMatchObject({ query: "pont", kind: "pdf", dossier: "" });
    api.filterLike.mockResolvedValue({ query: null, inside: false, level: "secret", policy: "BEL", dossier: "HAVEN", from: null, to: null, originator: "SGRS", kind: null, mine: null, withdrawn: false, limit: 0, after: null });
    await register.showLike("a");
    expect(register.view).toMatchObject({ query: null, level: "secret", policy: "BEL", dossier: "HAVEN", originator: "SGRS", kind: null, sort: "title" });
  });
});

describe("Enter on a row", () => {
  it("opens what may be opened, once that is known, and nothing else", async () => {
    const may = (permitted: boolean) => async (id: string) => ({ id, explanation: { permitted } }) as unknown as { id: string };
    const register = new Register();
    api.document.mockImplementation(may(true));
    register.choose("a");
    expect(await register.mayOpen("a")).toBe(true);
    api.document.mockImplementation(may(false));
    register.choose("b");
    expect(await register.mayOpen("b"), "withdrawn, or not cleared for").toBe(false);
    const late = register.mayOpen("b");
    register.choose("c");
    expect(await late, "another is chosen meanwhile").toBe(false);
    api.document.mockRejectedValueOnce({ code: "io", params: {}, reasons: [] });
    register.choose("d");
    expect(await register.mayOpen("d"), "asked there, and answered").toBe(true);
  });
});
