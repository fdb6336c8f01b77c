import { describe, expect, it, vi } from "vitest";
import type { Waiting } from "../src/lib/ipc";

const waiting: Waiting = { releases_to_decide: 2, requests_to_answer: 3, packages_to_write: 1, custody_to_carry_out: 0, partners_to_confirm: 0, terms_due: 4, renewals_due: 8, leads_to_propose: 2 };
vi.mock("$ipc", () => ({ api: { waiting: async () => waiting }, isProblem: () => false }));
const { MENU, menuOf, PARTS, partOf, WITHIN } = await import("../src/features/frame/screens");
const { Waits } = await import("../src/lib/waiting.svelte");

describe("the screens", () => {
  it("stand in the menu in the order of their keys, the register first", () => {
    expect(MENU.map(({ screen }) => screen)).toEqual(["documents", "file", "release", "assents", "calendar", "partners", "clearances", "dossiers", "log"]);
    expect(MENU.length, "there is no Alt 10").toBeLessThan(10);
  });

  it("are named in every language", () => {
    const catalogues = Object.entries(import.meta.glob<string>("../../messages/*.ftl", { query: "?raw", import: "default", eager: true }));
    expect(catalogues).toHaveLength(4);
    for (const [lang, words] of catalogues) {
      for (const { screen } of MENU) expect(words, `${screen} in ${lang}`).toMatch(new RegExp(`^ui-nav-${screen} = `, "m"));
    }
  });

  it("say what stands on them by names that every language has", () => {
    const catalogues = Object.entries(import.meta.glob<string>("../../messages/*.ftl", { query: "?raw", import: "default", eager: true }));
    const within = WITHIN.map(({ id }) => id);
    for (const id of ["write", "decisions", "backup", "copies", "publish"]) expect(within).toContain(id);
    expect(new Set(within).size).toBe(within.length);
    for (const [lang, words] of catalogues) {
      for (const key of WITHIN.flatMap((one) => one.words)) expect(words, `${key} in ${lang}`).toMatch(new RegExp(`^${key} = `, "m"));
    }
  });

  it("show a document as part of the register", () => {
    expect([menuOf("document"), menuOf("log")]).toEqual(["documents", "log"]);
  });

  it("are each fetched by themselves, but for the register, which comes with the frame", () => {
    expect(partOf("documents")).toBeNull();
    // A document that is open, and what is written, are reached from other screens.
    expect(PARTS).toHaveLength(MENU.length - 1 + 2);
    expect(PARTS).toContain(partOf("document"));
    expect(PARTS).toContain(partOf("write"));
  });

  it("say what waits, each task on one screen", async () => {
    const waits = new Waits();
    expect(MENU.map(({ tasks }) => waits.of(tasks)).every((n) => n === 0), "nothing is known yet").toBe(true);
    await waits.load();
    const counted = MENU.map(({ screen, tasks }) => [screen, waits.of(tasks)] as const).filter(([, n]) => n > 0);
    expect(counted).toEqual([["release", 1], ["assents", 5], ["calendar", 4], ["clearances", 8], ["dossiers", 2]]);
    const tasks = MENU.flatMap(({ tasks }) => tasks);
    expect(waits.of(tasks), "nothing waits that no screen says").toBe(Object.values(waiting).reduce((sum, n) => sum + n, 0));
    expect(new Set(tasks).size).toBe(tasks.length);
  });
});
