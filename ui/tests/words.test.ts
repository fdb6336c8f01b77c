import { FluentBundle, FluentResource } from "@fluent/bundle";
import { beforeAll, describe, expect, it } from "vitest";
import { NOT_OF_THE_PAGE } from "../page-words";
import { ACTS } from "../src/lib/acts";
import { TASKS } from "../src/lib/waiting.svelte";
import { LANGUAGES, Words } from "../src/lib/words.svelte";

const catalogues = import.meta.glob<string>("../../messages/*.ftl", { query: "?raw", import: "default", eager: true });
/** The whole of them. */
const catalogue = import.meta.glob<string>("../../messages/*.ftl", { query: "?whole&raw", import: "default", eager: true });
const text = (lang: string) => catalogues[`../../messages/${lang}.ftl`] ?? "";
/** What the window says: the sentences of a catalogue whose names begin with `ui-`. */
const sections = new Map(LANGUAGES.map((lang) => [lang as string, (text(lang).match(/^ui-[a-z0-9-]+ =[\s\S]*?(?=^[a-z#]|(?![\s\S]))/gm) ?? []).join("")]));
const section = (lang: string) => sections.get(lang) ?? "";
const keys = (source: string) => [...source.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((found) => found[1] ?? "");
const variables = (source: string, key: string) => {
  const body = new RegExp(`^${key} =([\\s\\S]*?)(?=^[a-z#]|(?![\\s\\S]))`, "m").exec(source)?.[1] ?? "";
  return [...new Set([...body.matchAll(/\$([a-z]+)/g)].map((found) => found[1]))].sort();
};

const files = import.meta.glob<string>("../src/**/*.{svelte,ts}", { query: "?raw", import: "default", eager: true });
const code = Object.values(files).join("\n");
const english = keys(section("en"));

describe("the words of the window", () => {
  it("are there, once each, in all four languages", () => {
    expect(english.length).toBeGreaterThan(300);
    expect(new Set(english).size).toBe(english.length);
    for (const lang of LANGUAGES) expect(keys(section(lang)).sort(), lang).toEqual([...english].sort());
  });

  it("ask for the same values in every language", () => {
    for (const key of english)
      for (const lang of LANGUAGES) expect(variables(section(lang), key), `${key} in ${lang}`).toEqual(variables(section("en"), key));
  });

  it("can be read by Fluent without an error", () => {
    for (const lang of LANGUAGES) {
      const bundle = new FluentBundle(lang);
      expect(bundle.addResource(new FluentResource(section(lang))), lang).toEqual([]);
      for (const key of keys(section(lang))) expect(bundle.getMessage(key)?.value, `${key} in ${lang}`).toBeTruthy();
    }
  });

  it("exist wherever the code names one", () => {
    const named = [...code.matchAll(/["'`](ui-[a-z0-9-]+)["'`]/g)].map((found) => found[1] ?? "");
    expect([...new Set(named)].filter((key) => !english.includes(key))).toEqual([]);
  });

  it("are all used", () => {
    const stems = [...code.matchAll(/`(ui-[a-z0-9-]*)\$\{/g)].map((found) => found[1] ?? "");
    const ends = [...code.matchAll(/`ui-\$\{[^}]*\}(-[a-z-]+)`/g)].map((found) => found[1] ?? "");
    const used = (key: string) =>
      code.includes(`"${key}"`) || stems.some((stem) => stem !== "ui-" && key.startsWith(stem)) || ends.some((end) => key.endsWith(end));
    expect(english.filter((key) => !used(key))).toEqual([]);
  });

  it("are all that the page loads, and hold every word that it may say", () => {
    for (const lang of LANGUAGES) {
      const whole = catalogue[`../../messages/${lang}.ftl`] ?? "";
      const loaded = keys(text(lang));
      const left = keys(whole).filter((key) => !loaded.includes(key));
      expect(left.length, lang).toBeGreaterThan(200);
      expect(left.filter((key) => !NOT_OF_THE_PAGE.some((prefix) => key.startsWith(prefix))), lang).toEqual([]);
      // Neither in the code nor in a sentence that is loaded.
      const among = new Set(left);
      const said = [...code.matchAll(/["'`]([a-z][a-z0-9-]+)["'`]/g), ...text(lang).matchAll(/\{ ?([a-z][a-z0-9-]+) ?\}/g)];
      expect(said.map((found) => found[1] ?? "").filter((key) => among.has(key)), lang).toEqual([]);
    }
    const stems = [...code.matchAll(/`([a-z][a-z-]*-)\$\{/g)].map((found) => found[1] ?? "");
    expect(stems.length).toBeGreaterThan(20);
    expect(stems.filter((stem) => NOT_OF_THE_PAGE.some((prefix) => stem.startsWith(prefix)))).toEqual([]);
  });

  it("name every act of the log", () => {
    for (const act of ACTS) expect(english).toContain(`ui-act-${act}`);
  });

  it("name everything that waits for an officer", () => {
    for (const task of Object.keys(TASKS)) expect(english).toContain(`ui-waiting-${task}`);
  });

  it("in French keep their punctuation on the line", () => {
    for (const line of section("fr").split("\n").filter((line) => !line.startsWith("#"))) {
      const said = line.replace(/\{[^}]*\}/g, "x").replace(/^[a-z0-9-]+ =/, "");
      expect(/ [:;!?»]|« /.test(said), line).toBe(false);
    }
  });
});

describe("what Rust sends as a code", () => {
  const words = new Words();
  beforeAll(() => words.use("en"));

  it("is said in words, with days and numbers as the language writes them", () => {
    const said = words.reason({ code: "clearance_expired", params: { until: "2026-03-14" } });
    expect(said.what).toContain("14/03/2026");
    expect(said.fix).not.toBe("");
  });

  it("says the hour of an instant as the language writes it, and never as machines do", () => {
    const said = words.problem({ code: "frozen", params: { name: "Anna", officer: "anna", at: "2026-11-27T22:25:52.279Z" }, reasons: [] });
    expect(said.what).toContain(words.moment("2026-11-27T22:25:52.279Z"));
    expect(said.what).not.toMatch(/T\d\d:/);
  });

  it("of what an officer should know says what it is and what to do", () => {
    const said = words.warned({ code: "dossier_succeeded", params: { dossier: "HAVEN" } });
    expect(said.what).toContain("HAVEN");
    expect(said.fix).toContain("deputy");
    expect(words.warned({ code: "clearance_expired", params: { until: "2026-03-14" } }).what).toContain("14/03/2026");
  });

  it("names whom to ask as a choice", () => {
    const asked = words.ask([{ id: "a", full_name: "Anna" }, { id: "b", full_name: "Bert" }]);
    expect(asked).toContain("Anna (a) or Bert (b)");
  });

  it("is said even when no catalogue knows it, and the code is not lost", () => {
    expect(words.reason({ code: "brand_new", params: {} }).what).toContain("brand_new");
    expect(words.problem({ code: "brand_new", params: {}, reasons: [] }).what).toContain("brand_new");
  });

  it("says in words what a forged entry broke", () => {
    const forged = { code: "forged", params: { index: "7", author: "anna", rule: "delivered_to_stranger" }, reasons: [] };
    expect(words.problem(forged).what).toContain(words.say("forged-delivered-to-stranger"));
    expect(words.problem(forged).what).not.toContain("_");
    expect(words.problem({ ...forged, params: { ...forged.params, rule: "brand_new" } }).what).toContain("brand_new");
  });

  it("cannot rearrange a sentence by what it carries", () => {
    const said = words.problem({ code: "not_found", params: { kind: "document", name: "a\u202eb\u0007c" }, reasons: [] });
    expect(said.what).not.toMatch(/[\u202e\u0007]/);
  });
});

describe("a language", () => {
  it("is spoken from the moment its words are here, the last one asked for", async () => {
    const words = new Words();
    expect(words.ready).toBe(false);
    await Promise.all([words.use("nl"), words.use("de")]);
    expect([words.ready, words.lang, words.say("ui-unlock")]).toEqual([true, "de", "Entsperren"]);
    await words.use("nl");
    expect(words.say("ui-unlock")).toBe("Ontgrendelen");
  });
});

describe("a value of a category", () => {
  it("is not called by its name twice", () => {
    const words = new Words();
    words.lang = "de";
    expect(words.value({ name: "DUAL", label: { de: "DUAL (Öffnung zu zweit)" } })).toBe("DUAL (Öffnung zu zweit)");
    expect(words.value({ name: "DUAL", label: { de: "DUAL" } })).toBe("DUAL");
  });
});

describe("days, instants and sizes", () => {
  const words = new Words();

  it("follow the language", () => {
    words.lang = "fr";
    expect(words.day("2026-11-22")).toBe("22/11/2026");
    expect(words.size(2_310_400)).toMatch(/2,3.Mo/);
    words.lang = "de";
    expect(words.day("2026-11-22")).toBe("22.11.2026");
  });

  it("count the first of a month in French", () => {
    words.lang = "fr";
    expect(words.longDay("2027-02-01")).toBe("lundi 1er février 2027");
    expect(words.longDay("2027-02-11")).toBe("jeudi 11 février 2027");
    words.lang = "nl";
    expect(words.longDay("2027-02-01")).toBe("maandag 1 februari 2027");
  });

  it("tell the second where it is asked for", () => {
    words.lang = "fr";
    const instant = "2026-11-28T12:54:07Z";
    expect(words.second(instant)).toContain(words.moment(instant).slice(0, 10));
    expect(words.second(instant)).toMatch(/:54:07$/);
    expect(words.moment(instant)).not.toContain(":07");
  });

  it("are left as they are when they are none", () => {
    expect(words.day("soon")).toBe("soon");
    expect([words.moment("soon"), words.second("soon")]).toEqual(["soon", "soon"]);
  });
});
