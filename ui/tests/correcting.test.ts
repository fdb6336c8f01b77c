import { beforeEach, describe, expect, it, vi } from "vitest";
import type { DocumentView } from "../src/lib/ipc";

const api = vi.hoisted(() => ({ correctDocument: vi.fn(), dossiers: vi.fn(), officers: vi.fn() }));
vi.mock("$ipc", () => ({ api, asProblem: (thrown: unknown) => thrown, watch: vi.fn() }));
const { Correcting } = await import("../src/features/documents/correcting.svelte");

const document = { id: "d1", reference: "ZGL/2026/S-K7Q/0001", title: "Leige", subject: "convoys", originator: "", date: "2026-11-20", paper: "", dossier: "D-1" } as DocumentView;
const result = { id: "d1", reference: document.reference, changes: [], warnings: [] };

describe("putting right what is written of a document", () => {
  beforeEach(() => {
    api.correctDocument.mockReset();
    const dossier = (id: string, closed: boolean) => ({ id, key: `k${id}`, title: id, closed });
    api.dossiers.mockResolvedValue({ rows: [dossier("D-1", true), dossier("D-2", false), dossier("D-3", true)], next: null });
    api.correctDocument.mockResolvedValue(result);
  });

  it("is ready once something is changed and a reason is given", () => {
    const correcting = new Correcting();
    expect(correcting.ready).toBe(false);
    correcting.begin(document);
    correcting.why = "a slip";
    expect([correcting.changed, correcting.ready]).toEqual([false, false]);
    correcting.title = "Liège";
    expect(correcting.ready).toBe(true);
    correcting.why = "  ";
    expect(correcting.ready).toBe(false);
    [correcting.why, correcting.title] = ["a slip", " "];
    expect(correcting.ready, "a title is not taken away").toBe(false);
    [correcting.title, correcting.date] = ["Liège", ""];
    expect(correcting.ready, "nor is what is no day taken for the day that it has").toBe(false);
  });

  it("says what was changed and nothing else, and forgets it when it is done", async () => {
    const correcting = new Correcting();
    correcting.begin(document);
    [correcting.title, correcting.subject, correcting.why] = ["Liège", "", " a slip "];
    expect(await correcting.submit()).toEqual(result);
    expect(api.correctDocument).toHaveBeenCalledWith("d1", { title: "Liège", subject: "", originator: null, date: null, paper: null, dossier: null, why: "a slip" }, null);
    expect([correcting.document, correcting.done]).toEqual([null, 1]);
  });

  it("puts it into another open dossier, and nothing else with it", async () => {
    const correcting = new Correcting();
    correcting.begin(document);
    await vi.waitFor(() => expect(correcting.choices.map(({ value }) => value)).toEqual(["D-1", "D-2"]));
    [correcting.dossier, correcting.why] = ["D-2", "filed in the wrong one"];
    correcting.title = "Liège";
    expect([correcting.mixed, correcting.ready]).toEqual([true, false]);
    correcting.title = document.title;
    expect([correcting.mixed, correcting.ready]).toEqual([false, true]);
    await correcting.submit();
    const nothing = { title: null, subject: null, originator: null, date: null, paper: null };
    expect(api.correctDocument).toHaveBeenCalledWith("d1", { ...nothing, dossier: "D-2", why: "filed in the wrong one" }, null);
  });

  it("takes a second where two open it, and what is left empty stays", async () => {
    api.officers.mockResolvedValue({ rows: [], next: null });
    const correcting = new Correcting();
    correcting.begin({ ...document, title: "", subject: "", sealed: true } as DocumentView);
    [correcting.title, correcting.why] = ["Liège", "a slip"];
    expect([correcting.two, correcting.date, correcting.changed, correcting.ready]).toEqual([true, "", true, false]);
    [correcting.second.officer, correcting.second.passphrase] = ["bea", "wrong"];
    expect(correcting.ready).toBe(true);
    api.correctDocument.mockRejectedValueOnce({ code: "wrong_passphrase", params: {}, reasons: [] });
    expect(await correcting.submit()).toBeNull();
    expect([correcting.second.passphrase, correcting.title, correcting.ready]).toEqual(["", "Liège", false]);
    correcting.second.passphrase = "right";
    expect(await correcting.submit()).toEqual(result);
    const nothing = { subject: null, originator: null, date: null, paper: null, dossier: null };
    expect(api.correctDocument).toHaveBeenLastCalledWith("d1", { ...nothing, title: "Liège", why: "a slip" }, { officer: "bea", passphrase: "right" });
    expect([correcting.second.officer, correcting.second.passphrase]).toEqual(["", ""]);
  });

  it("stays open with what was typed when it is refused", async () => {
    api.correctDocument.mockRejectedValue({ code: "denied", params: {}, reasons: [] });
    const correcting = new Correcting();
    correcting.begin(document);
    [correcting.title, correcting.why] = ["Liège", "a slip"];
    expect(await correcting.submit()).toBeNull();
    expect([correcting.document?.id, correcting.title, correcting.done]).toEqual(["d1", "Liège", 0]);
    expect(correcting.act.problem?.code).toBe("denied");
  });
});
