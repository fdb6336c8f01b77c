import { expect, it, vi } from "vitest";

const api = vi.hoisted(() => ({ documents: vi.fn() }));
vi.mock("$ipc", () => ({ api }));
const { idOf } = await import("../src/lib/references");

it("a reference that is not found is not there only where a search finds everything", async () => {
  const lacks = { code: "search_incomplete", params: { percent: "40" } };
  api.documents.mockResolvedValue({ rows: [], next: null, total: 0, lacks });
  await expect(idOf("ZGL/2026/S/0001")).rejects.toMatchObject({ code: "search_incomplete", params: { percent: "40" } });
  api.documents.mockResolvedValue({ rows: [], next: null, total: 0, lacks: null });
  await expect(idOf("ZGL/2026/S/0001")).rejects.toMatchObject({ code: "not_found" });
  api.documents.mockResolvedValue({ rows: [{ id: "d", reference: "zgl/2026/s/0001" }], next: null, total: 1, lacks });
  expect(await idOf("ZGL/2026/S/0001")).toBe("d");
});
