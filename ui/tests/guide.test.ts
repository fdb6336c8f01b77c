import { beforeEach, describe, expect, it } from "vitest";
import { blank, draftOf, faults, hintsOf, idOf, Rewriting, topicOf } from "../src/features/system/editing.svelte";
import { changes, lowers } from "../src/features/system/importing.svelte";
import { offered, said, searched, slug, wanting } from "../src/features/system/guide.svelte";
import { chosenOf, leavesHomeOut, sameChoice } from "../src/features/marking/marking.svelte";
import { Filing } from "../src/features/documents/filing.svelte";
import type { Advice, GuideView, Topic } from "../src/lib/ipc";
import { words } from "../src/lib/words.svelte";

const topic = (id: string, floor: Topic["floor"], more: Partial<Topic> = {}): Topic => ({
  id,
  floor,
  name: { fr: `Sujet ${id}`, en: `Topic ${id}` },
  interest: floor === "unclassified" ? null : "k",
  harm: floor === "unclassified" ? {} : { en: "Missions fail." },
  categories: [],
  hints: [],
  ...more,
});
const SOURCE = topic("source", "top-secret", { categories: ["SOURCE"], hints: ["informateur"] });
const METHODS = topic("methods", "secret");
const PRESS = topic("press", "unclassified");
const TOPICS = [PRESS, METHODS, SOURCE];

describe("topics of the guide", () => {
  beforeEach(() => words.use("fr"));

  it("are said in the page's language, else in English, else in whichever there is", () => {
    expect(said(SOURCE.name)).toBe("Sujet source");
    words.lang = "de";
    expect(said(SOURCE.name)).toBe("Topic source");
    expect(said({ nl: "Onderwerp" })).toBe("Onderwerp");
    expect(said({})).toBe("");
  });

  it("are offered chosen first, then suggested, then the gravest first", () => {
    expect(offered(TOPICS, [], []).map(({ id }) => id)).toEqual(["source", "methods", "press"]);
    expect(offered(TOPICS, ["press"], ["methods"]).map(({ id }) => id)).toEqual(["press", "methods", "source"]);
  });

  it("are found by every word, in names, hints and identifiers, without accents", () => {
    expect(searched(TOPICS, "informateur SOURCE").map(({ id }) => id)).toEqual(["source"]);
    expect(searched(TOPICS, "sujèt")).toHaveLength(3);
    expect(searched(TOPICS, "informateur press")).toEqual([]);
  });

  it("offer the categories that they call for, once, and never those that are there", () => {
    const two = [SOURCE, topic("other", "secret", { categories: ["SOURCE", "CRYPTO"] })];
    expect(wanting(two, ["source", "other"], [])).toEqual(["SOURCE", "CRYPTO"]);
    expect(wanting(two, ["source", "other"], ["SOURCE"])).toEqual(["CRYPTO"]);
    expect(wanting(two, [], [])).toEqual([]);
  });
});

describe("a topic under the security officer's pen", () => {
  it.each([
    ["L’identité d’une source humaine", "l-identite-d-une-source-humaine"],
    ["  Ünïted — 2026!  ", "united-2026"],
    ["x".repeat(39) + " y", "x".repeat(39)],
  ])("%s is identified as %s", (name, id) => expect(slug(name)).toBe(id));

  it("keeps its identifier when its name changes", () => {
    expect(idOf({ ...draftOf(METHODS), name: { en: "Something else" } })).toBe("methods");
    expect(idOf({ ...blank(), name: { nl: "Nood route", en: "" } })).toBe("nood-route");
  });

  it("says everything that is missing before it can stand in the guide", () => {
    expect(faults(blank(), [])).toEqual(["name", "floor"]);
    expect(faults({ ...blank(), name: { en: "…" }, floor: "secret" }, [])).toEqual(["id", "interest", "harm"]);
    expect(faults({ ...blank(), name: { en: "Press" }, floor: "unclassified" }, TOPICS)).toEqual(["double"]);
    expect(faults({ ...blank(), name: { en: "Menu" }, floor: "unclassified" }, TOPICS)).toEqual([]);
    expect(faults(draftOf(METHODS), [PRESS])).toEqual([]);
  });

  it("is written without empty languages, on one line each, and without doubled hints", () => {
    const draft = { ...draftOf(METHODS), name: { fr: " Une\nméthode ", nl: "  " }, hints: "convoi, Convoi;  nuit\nconvoi," };
    expect(topicOf(draft)).toMatchObject({ name: { fr: "Une méthode" }, hints: ["convoi", "Convoi", "nuit"], interest: "k" });
    expect(hintsOf(" , ")).toEqual([]);
  });
});

describe("the guide under the security officer's pen", () => {
  const view: GuideView = { aggregation: 5, topics: TOPICS, shipped: true, changed_at: null, changed_by: null };

  it("knows whether anything was changed, and forgets it when discarded", () => {
    const rewriting = new Rewriting();
    rewriting.begin(view);
    expect(rewriting.changed(view)).toBe(false);
    rewriting.put({ ...PRESS, hints: ["presse"] }, "press");
    expect(rewriting.changed(view)).toBe(true);
    expect(rewriting.topics?.map(({ id }) => id)).toEqual(["press", "methods", "source"]);
    rewriting.remove("press");
    rewriting.begin(view);
    expect(rewriting.topics).toHaveLength(2);
    rewriting.forget();
    rewriting.begin(view);
    expect(rewriting.changed(view)).toBe(false);
  });

  it("begins again with what came into force meanwhile, unless something was rewritten", () => {
    const agreed: GuideView = { ...view, topics: [PRESS], shipped: false };
    const kept = new Rewriting();
    kept.begin(view);
    kept.begin(agreed);
    expect(kept.changed(agreed)).toBe(false);
    kept.remove("press");
    kept.begin(view);
    expect(kept.topics).toEqual([]);
  });

  it.each([["5", 5], ["2", 2], ["1", null], ["", null], ["5.5", null], ["cinq", null], ["1000000000", null]])(
    "warns from %s documents: %s",
    (typed, threshold) => {
      const rewriting = new Rewriting();
      rewriting.begin(view);
      rewriting.aggregation = typed;
      expect(rewriting.threshold).toBe(threshold);
    },
  );
});

describe("a marking as last time", () => {
  const last = { policy: "BEL", releasability: ["BEL", "FRA"], categories: [{ tag: "Handling", values: ["ORCON"] }], from: "dossier" as const };

  it("takes audience and categories and no level", () => {
    expect(chosenOf(last)).toEqual({ "Releasable To": ["BEL", "FRA"], Handling: ["ORCON"] });
    expect(chosenOf({ ...last, releasability: null })).toEqual({ Handling: ["ORCON"] });
  });

  it("is not offered when it is chosen already, in whatever order", () => {
    expect(sameChoice(chosenOf(last), { Handling: ["ORCON"], "Releasable To": ["FRA", "BEL"], Other: [] })).toBe(true);
    expect(sameChoice(chosenOf(last), { Handling: ["ORCON"] })).toBe(false);
  });

  it("sees an audience without Belgium, through communities too", () => {
    const value = (name: string, home: boolean) => ({ name, home, label: {}, legal_from: [] });
    const tag = { name: "Releasable To", kind: "permissive" as const, values: [value("BEL", true), value("NATO", true), value("FRA", false)] };
    expect(leavesHomeOut(tag, ["FRA"])).toBe(true);
    expect(leavesHomeOut(tag, ["FRA", "NATO"])).toBe(false);
    expect(leavesHomeOut(tag, ["BEL"])).toBe(false);
    expect(leavesHomeOut(tag, [])).toBe(false);
  });
});

describe("a guide from a file", () => {
  const secret = (id: string, more: Partial<Topic> = {}): Topic => topic(id, "secret", more);

  it("changes nothing when only the order of languages, categories or hints is another", () => {
    const now = secret("a", { name: { en: "A", fr: "Un" }, hints: ["x", "y"] });
    const then = secret("a", { name: { fr: "Un", en: "A" }, hints: ["y", "x"] });
    expect(changes([now], [then])).toEqual([]);
  });

  it("says of each topic what would become of it", () => {
    const found = changes([secret("gone"), secret("other"), secret("same")], [secret("same"), secret("other", { hints: ["z"], interest: "d" }), secret("new")]);
    expect(found.map(({ kind, topic, parts }) => [kind, topic.id, parts])).toEqual([
      ["removed", "gone", []],
      ["changed", "other", ["interest", "hints"]],
      ["added", "new", []],
    ]);
  });

  it("puts what protects less before the rest", () => {
    const now = [secret("up", { floor: "confidential" }), secret("down"), secret("handling", { categories: ["CRYPTO"] })];
    const then = [secret("up"), secret("down", { floor: "restricted" }), secret("handling")];
    const found = changes(now, then);
    expect(found.map(({ topic }) => topic.id)).toEqual(["handling", "down", "up"]);
    expect(found.map(lowers)).toEqual([true, true, false]);
  });
});

describe("a filing below the guide", () => {
  const below = (...codes: string[]): Advice => ({ suggested: [], floor: null, warnings: [], aggregation: null, start: null, below: codes.map((code) => ({ code, params: {} })) });
  const filing = (advice: Advice) => {
    const made = new Filing();
    made.marking.level = "RESTREINT";
    made.advice.value = advice;
    return made;
  };

  it("asks for a motive, and takes none that says nothing", () => {
    const made = filing(below("below_guide"));
    expect(made.missing).toContain("motive");
    made.motive = "  trop peu ";
    expect(made.missing).toContain("motive");
    made.motive = "Ces lieux sont publics depuis 2019.";
    expect(made.missing).not.toContain("motive");
  });

  it("is not lifted by a motive where the originator of a source must agree", () => {
    const made = filing(below("sources_consent", "below_guide"));
    made.motive = "Ces lieux sont publics depuis 2019.";
    expect(made.missing).toContain("sources");
    expect(made.needsMotive).toBe(false);
  });

  it("does not pass over a finalisation that is no day", () => {
    const made = filing(below());
    expect(made.missing).not.toContain("date");
    made.finalisedWrong = true;
    expect(made.missing).toContain("date");
  });

  it("asks for nothing as long as no level is chosen", () => {
    const made = filing(below("below_guide"));
    made.marking.level = "";
    expect(made.needsMotive).toBe(false);
    expect(made.missing).toContain("level");
    expect(made.missing).not.toContain("motive");
  });

  it("is warned of many documents together and held up by it never", () => {
    const made = filing({ ...below(), warnings: [{ code: "aggregation", params: {} }] });
    expect(made.missing).not.toContain("motive");
    expect(made.missing).not.toContain("sources");
  });
});
