import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DocumentView, RelatedView } from "../src/lib/ipc";

const api = vi.hoisted(() => ({ relateDocument: vi.fn(), unrelateDocument: vi.fn() }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Relating } = await import("../src/features/documents/relating.svelte");

const document = { id: "d1", reference: "ZGL/2026/S-K7Q/0001" } as DocumentView;

describe("saying what a document is to another", () => {
  beforeEach(() => {
    api.relateDocument.mockReset();
    api.relateDocument.mockResolvedValue({ id: "d1", reference: document.reference, changes: [], warnings: [] });
  });

  it("takes the other document and a reason, and says both", async () => {
    const relating = new Relating();
    relating.begin(document);
    relating.why = " its answer ";
    expect(relating.ready).toBe(false);
    [relating.to, relating.relation] = [{ id: "d2", name: "ZGL/2026/S-K7Q/0002" }, "cancels"];
    expect(relating.ready).toBe(true);
    await relating.submit();
    expect(api.relateDocument).toHaveBeenCalledWith("d1", "d2", "cancels", "its answer", null);
    expect([relating.document, relating.done]).toEqual([null, 1]);
    relating.begin(document);
    expect([relating.to, relating.why], "nothing stays").toEqual([null, ""]);
  });

  it("takes away what stands there, with a reason", async () => {
    const relating = new Relating();
    await relating.remove("d1", { document: { id: "d2" }, relation: "answers", own: true } as RelatedView, "another");
    expect(api.unrelateDocument).toHaveBeenCalledWith("d1", "d2", "answers", "another", null);
    expect(relating.done).toBe(1);
  });
});
