import { describe, expect, it } from "vitest";
import { Deciding, type Intent, offered } from "../src/features/marking/deciding.svelte";
import type { DecisionPreview, Nature, TermStatus } from "../src/lib/ipc";

const examined = (nature: Nature, ...codes: string[]): DecisionPreview =>
  ({
    nature,
    before: {},
    after: null,
    changes: [{ code: "lowered", params: {}, effect: "wider" }],
    notify: [],
    explanation: { permitted: codes.length === 0, reasons: codes.map((code) => ({ code, params: {} })), satisfied: [] },
  }) as unknown as DecisionPreview;

function deciding(intent: Intent, found: DecisionPreview): Deciding {
  const made = new Deciding();
  made.intent = intent;
  made.marking.level = "CONFIDENTIEL";
  made.examined.value = found;
  return made;
}

describe("a decision about a marking", () => {
  it("names an interest wherever something stays classified at another level, and never to declassify", () => {
    expect(deciding("maintain", examined("maintain")).missing).toEqual(["interest", "motive"]);
    expect(deciding("change", examined("downgrade")).missing).toContain("interest");
    expect(deciding("change", examined("upgrade")).missing).toContain("interest");
    expect(deciding("change", examined("remark")).missing).toEqual(["motive"]);
    expect(deciding("declassify", examined("declassify")).missing).toEqual(["motive"]);
  });

  it("is ready only when nothing is missing and the rules permit it", () => {
    const made = deciding("declassify", examined("declassify"));
    expect(made.ready).toBe(false);
    made.motive = "Le contenu a été publié.";
    expect(made.ready).toBe(true);
    made.examined.value = examined("declassify", "approval_ceiling");
    expect(made.ready).toBe(false);
  });

  it("changes something", () => {
    const made = deciding("change", { ...examined("remark"), changes: [] });
    made.motive = "Rien ne change.";
    expect(made.missing).toEqual(["change"]);
    expect(made.ready).toBe(false);
  });

  it("looks at what is maintained again after today and within ten years, and says so before it is sent", () => {
    const made = deciding("maintain", examined("maintain"));
    made.interest = "k";
    made.motive = "Les fréquences servent encore.";
    const year = new Date().getFullYear();
    for (const [day, wrong] of [["", false], [`${year + 5}-06-01`, false], [`${year - 1}-06-01`, true], [`${year + 11}-06-01`, true]] as const) {
      made.nextReview = day;
      expect(made.reviewWrong, day).toBe(wrong);
      expect(made.missing, day).toEqual(wrong ? ["review"] : []);
    }
    made.nextReview = "";
    made.reviewTyped = true;
    expect(made.missing, "what is no day does not count as none").toEqual(["review"]);
    const lifted = deciding("declassify", examined("declassify"));
    lifted.nextReview = "1999-01-01";
    expect(lifted.missing).toEqual(["motive"]);
  });

  it("takes no consent whose end lies before its beginning", () => {
    const made = deciding("declassify", examined("declassify", "consent_missing"));
    made.motive = "Le contenu a été publié.";
    made.from = "2026-05-01";
    made.until = "2026-04-30";
    expect(made.missing).toEqual(["dates"]);
    made.until = "2026-05-01";
    expect(made.missing).toEqual([]);
    made.untilTyped = true;
    expect(made.missing).toEqual(["dates"]);
  });

  it("asks for a consent where a consent could help, and only there", () => {
    expect(deciding("change", examined("downgrade", "not_originating_authority")).wantsConsent).toBe(true);
    expect(deciding("change", examined("downgrade", "consent_expired")).wantsConsent).toBe(true);
    expect(deciding("change", examined("downgrade", "clearance_level")).wantsConsent).toBe(false);
    const made = deciding("change", examined("downgrade"));
    made.reference = "EM-2026-44";
    expect(made.wantsConsent).toBe(true);
  });

  it("sends no half consent, no marking when it maintains, no review when it does not", () => {
    const made = deciding("maintain", examined("maintain"));
    made.nextReview = "2030-01-01";
    made.authority = "État-major";
    expect(made.draft).toMatchObject({ next_review: "2030-01-01", consent: null });
    expect(made.to).toBeNull();
    made.intent = "change";
    made.reference = "EM-2026-44";
    expect(made.draft).toMatchObject({ next_review: null, consent: { authority: "État-major", reference: "EM-2026-44", from: null } });
    expect(made.to?.classification).toBe("CONFIDENTIEL");
  });
});

describe("what is offered of a marking whose term comes", () => {
  it("begins with what opens the document, and never with maintaining it", () => {
    const states: TermStatus[] = ["exempt", "running", "due", "overdue", "expired"];
    for (const state of states) expect(offered(state)[0], state).toBe("declassify");
  });

  it("is not to maintain it once it is a hundred years old", () => {
    expect(offered("overdue")).toContain("maintain");
    expect(offered("expired")).not.toContain("maintain");
    expect(offered("expired")).toEqual(["declassify", "change"]);
  });
});
