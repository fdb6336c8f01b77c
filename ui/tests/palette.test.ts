import { beforeEach, describe, expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ openedDocuments: vi.fn(), documents: vi.fn() }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { PaletteDocuments } = await import("../src/features/frame/palette.svelte");

const row = (id: string) => ({ id });
const problem = { code: "index_altered", params: {}, reasons: [] };
const page = (...ids: string[]) => ({ rows: ids.map(row), next: null, lacks: null });

describe("documents of Go to…", () => {
  beforeEach(() => {
    api.openedDocuments.mockReset().mockResolvedValue([row("a")]);
    api.documents.mockReset().mockResolvedValue(page("b"));
  });

  it("says what could not be asked for, and why", async () => {
    const documents = new PaletteDocuments();
    api.openedDocuments.mockRejectedValueOnce(problem);
    await documents.last();
    expect([documents.recent, documents.unasked]).toEqual([[], { what: "recent", problem }]);
    await documents.find("convoi");
    expect([documents.found.map(({ id }) => id), documents.unasked?.what]).toEqual([["b"], "recent"]);
    await documents.last();
    expect([documents.recent.map(({ id }) => id), documents.unasked]).toEqual([["a"], null]);
    api.documents.mockRejectedValueOnce(problem);
    await documents.find("convois");
    expect([documents.found, documents.unasked]).toEqual([[], { what: "documents", problem }]);
    documents.clear();
    expect(documents.unasked).toBeNull();
  });

  it("keeps no answer to what is not asked any more", async () => {
    const documents = new PaletteDocuments();
    await documents.last();
    expect(documents.recent.map(({ id }) => id)).toEqual(["a"]);
    let answer: (rows: unknown) => void = () => undefined;
    api.documents.mockReturnValueOnce(new Promise((done) => { answer = done; }));
    const late = documents.find("con");
    await documents.find("convoi");
    answer(page("late"));
    await late;
    expect(documents.found.map(({ id }) => id)).toEqual(["b"]);
    let fail: (thrown: unknown) => void = () => undefined;
    api.openedDocuments.mockReturnValueOnce(new Promise((_, failed) => { fail = failed; }));
    const closed = documents.last();
    documents.close();
    fail(problem);
    await closed;
    expect([documents.recent, documents.found, documents.unasked]).toEqual([[], [], null]);
  });
});
