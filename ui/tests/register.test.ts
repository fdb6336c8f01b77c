import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ documents: vi.fn(), notSearched: vi.fn() }));
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

  it("opens a document at the word at which it was found, and another without one", () => {
    const opening = new Opening();
    opening.ask("a", "Paper", null, false, page.rows[0]?.hit.found);
    expect(opening.looked).toBe("konvooi");
    opening.ask("b", "Other");
    expect(opening.looked).toBe("");
  });
});
