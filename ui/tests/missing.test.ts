import { describe, expect, it } from "vitest";
import { filled, lacking, missing } from "../src/lib/missing";
import { tooShort } from "../src/lib/passphrase";
import { session } from "../src/lib/session.svelte";
import { words } from "../src/lib/words.svelte";

describe("what a form still lacks", () => {
  it("is told by the names of its fields, in their order and in quotes", async () => {
    await words.use("en");
    expect(missing(["Identifier", false], ["Name", filled(" x ")], ["Key", filled("  \n")])).toEqual(["“Identifier”", "“Key”"]);
    expect(lacking(["a change", false], ["a word", true])).toEqual(["a change"]);
    expect(missing(["Name", true])).toEqual([]);
  });

  it("is not called missing where something is typed, but to be corrected", async () => {
    await words.use("en");
    expect(missing(["Identifier", false, "Piet Jansen"], ["Passphrase", false, ""], ["Name", true, "x"])).toEqual(["“Identifier”, to be corrected", "“Passphrase”"]);
  });

  it("is told next to every button that can be grey", () => {
    const components = import.meta.glob<string>("../src/**/*.svelte", { query: "?raw", import: "default", eager: true });
    let seen = 0;
    for (const [name, source] of Object.entries(components)) {
      const grey = [...source.matchAll(/<Button\b[^]*?>/g)].filter(([tag]) => /look="primary"|look=\{submit/.test(tag) && tag.includes("aria-disabled"));
      seen += grey.length;
      // The unlock screen says it in the line below its button; a denied document by its reasons, above it.
      const says = source.includes("<StillMissing") || source.includes('t("ui-file-missing"') || source.includes("<Reasons") || source.includes("<Why");
      if (grey.length > 0) expect(says, name).toBe(true);
    }
    expect(seen).toBeGreaterThan(4);
  });
});

describe("a new passphrase", () => {
  it("is told to be too short while it is typed, by characters and not by bytes", () => {
    session.status = { shortest_passphrase: 8 } as typeof session.status;
    expect(tooShort("")).toBeNull();
    expect(tooShort("1234567")).not.toBeNull();
    expect(tooShort("12345678")).toBeNull();
    expect(tooShort("ééééééé")).not.toBeNull();
    expect(tooShort("e\u0301".repeat(7))).not.toBeNull();
    session.status = null;
  });
});
