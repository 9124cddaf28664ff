import { expect, test } from "vitest";
import { tellUndo } from "./tell-undo";

const subject = { type: "claim" as const, id: "c", label: "C-1" };

test("what goes back is told field by field, without what goes along", () => {
  const before = { place: "Basra", note: "" };
  expect(
    tellUndo({ verb: "claim.changed", subject, before, after: { place: "Mosul", note: "x", setsBack: 3 } }),
  ).toEqual({
    words: "stands as before:",
    fields: [
      { name: "place", label: "Place", before: "Mosul", after: "Basra" },
      { name: "note", label: "Note", before: "x", after: "" },
    ],
  });
});

test("what was brought about is told in a sentence", () => {
  const told = (verb: string, before: object | null = null) =>
    tellUndo({ verb, subject, before: before as null, after: { kind: "agrees" } }).words;
  expect(told("claim.recorded")).toMatch(/is retracted/);
  expect(told("relation.judged", { standing: null })).toMatch(/judged by you no longer/);
  expect(told("relation.judged", { judgement: "j", kind: "contradicts" })).toBe("stands as before:");
  expect(told("finding.proposed")).toMatch(/finding withdrawn/);
  expect(told("finding.proposed", { status: "draft" })).toBe("stands as before:");
});
