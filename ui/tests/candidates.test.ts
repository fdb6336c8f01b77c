import { describe, expect, it } from "vitest";
import { deputies, joining, leads } from "../src/features/dossiers/candidates";
import type { MemberView } from "../src/lib/ipc";

const officers = ["anna", "bea", "carl"].map((value) => ({ value, label: value, hint: value }));
const names = (choices: { value: string }[]) => choices.map(({ value }) => value);

describe("whom the dialogs of a dossier offer", () => {
  it("is nobody who keeps the lists of others, for a list of his own making", () => {
    expect(names(leads(officers, { me: "anna", keeps: true }))).toEqual(["bea", "carl"]);
    expect(names(leads(officers, { me: "anna", keeps: false })), "a registrar may lead what he makes").toEqual(["anna", "bea", "carl"]);
  });

  it("is nobody to stand in for himself", () => {
    expect(names(deputies(officers, { me: "anna", keeps: false }, "bea"))).toEqual(["anna", "carl"]);
    expect(names(deputies(officers, { me: "anna", keeps: false }, "")), "who makes it leads it").toEqual(["bea", "carl"]);
    expect(names(deputies(officers, { me: "anna", keeps: true }, "bea"))).toEqual(["carl"]);
  });

  it("is another who is not on its list", () => {
    expect(names(joining(officers, "anna", [{ officer: "bea" } as MemberView]))).toEqual(["carl"]);
  });
});
