import { describe, expect, it, vi } from "vitest";
import type { DocumentView } from "../src/lib/ipc";

vi.mock("$ipc", () => ({ api: { dossiers: vi.fn(async () => ({ rows: [], next: null, total: 0, lacks: null })) }, asProblem: (thrown: unknown) => thrown }));
const { Correcting } = await import("../src/features/documents/correcting.svelte");

const why = { code: "not_originating_authority", params: {} };
const document = (fixed: DocumentView["fixed"]) =>
  ({ id: "a", reference: "r", title: "t", subject: "", originator: "o", date: "2026-11-22", paper: "", dossier: "D-1", sealed: false, fixed }) as unknown as DocumentView;

describe("what an officer may not put right", () => {
  it("is known before anything is asked for, with its reason", () => {
    const correcting = new Correcting();
    correcting.begin(document([{ field: "date", why }]));
    expect(correcting.fixed("date")).toEqual(why);
    expect(correcting.fixed("originator")).toBeNull();
    correcting.title = "another";
    correcting.why = "a slip of the hand";
    expect(correcting.correction.date, "and is never sent").toBeNull();
    expect(correcting.ready).toBe(true);
  });
});
