import { describe, expect, it } from "vitest";
import type { LogKind, LogRow, LogValue } from "../src/lib/ipc";
import { brief, detailsOf, inLine } from "../src/features/log/said";
import { words } from "../src/lib/words.svelte";

const value = (name: string, kind: LogKind, value: string, shown: string | null = null): LogValue => ({ name, kind, value, shown, title: null });
const document = value("document", "document", "veimgpxjjwsdloyxwec3nb");

describe("an entry of the log in its line", () => {
  it("names a document as the requests about it do, where the officer may not know more", () => {
    expect(brief(document)).toBe("D-VEIMGPXJ");
    expect(brief({ ...document, shown: "ZGL/2026/S-K7Q/0001" })).toBe("ZGL/2026/S-K7Q/0001");
  });

  it("begins the identifier of what has no name, and leaves the rest to the opened entry", () => {
    expect(brief(value("class", "class", "hoxt3pxqwgj5szely3ahsbivku"))).toBe("hoxt3pxq…");
    expect(brief(value("dossier", "dossier", "oaaaaaaaaaaaaaaaaaaaaaaaaa"))).toBe("oaaaaaaa…");
    expect(brief(value("dossier", "dossier", "oaaaaaaaaaaaaaaaaaaaaaaaaa", "HAVEN"))).toBe("HAVEN");
  });

  it("leaves the identifier of a key class to the opened entry", async () => {
    await words.use("en");
    const values = [document, value("class", "class", "hoxt3pxqwgj5szely3ahsbivku"), value("purpose", "text", "meeting")];
    const row = { index: 1, at: "", officer: "anna", action: "open", subject: document.value, about: document, values, detail: {} } as LogRow;
    expect(inLine(row)).not.toContain("hoxt");
    expect(inLine(row)).toContain("meeting");
    expect(detailsOf(row).map(({ name }) => name)).toContain("class");
  });
});
