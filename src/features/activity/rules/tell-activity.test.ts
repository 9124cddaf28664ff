import { describe, expect, test } from "vitest";
import type { Activity } from "../schema";
import { changedFieldsOf, tell } from "./tell-activity";

type Told = Partial<Pick<Activity, "before" | "after">>;

/** As it is read: with ‹it› for the subject. */
const sentence = (verb: string, { before = null, after = null }: Told = {}) => {
  const { did, subject, rest, name } = tell({ verb, before, after });
  return [did, subject ? "‹it›" : "", rest, name].filter(Boolean).join(" ");
};

describe("a change in words", () => {
  test.each<[string, Told, string]>([
    ["case.opened", {}, "opened the case ‹it›"],
    ["member.added", { after: { role: "lead" } }, "added ‹it› as lead"],
    ["article.added", { after: { outlet: "Reuters" } }, "added the article ‹it› from Reuters"],
    ["claim.recorded", { after: { article: "A halt, for now" } }, "entered ‹it› from A halt, for now"],
    ["claim.recorded", { after: { article: null } }, "entered ‹it›"],
    ["claim.retracted", {}, "retracted ‹it›"],
    ["outlet.merged", { after: { into: "Reuters", moved: { claims: 3 } } }, "merged the outlet ‹it› into Reuters"],
    ["outlet.unmerged", { after: { from: "Reuters" } }, "took the outlet ‹it› out of Reuters"],
    ["outlet.split", { after: { from: "Reuters" } }, "split the outlet ‹it› off from Reuters"],
    [
      "relation.judged",
      { after: { kind: "contradicts", from: "C-4", to: "C-2", about: "number" } },
      "judged that C-4 and C-2 contradict each other on number",
    ],
    ["relation.judged", { after: { kind: "updates", from: "C-4", to: "C-2" } }, "judged that C-4 updates C-2"],
    ["relation.judged", {}, "judged ‹it›"],
    [
      "relation.ruled",
      { after: { kind: "agrees", from: "C-1", to: "C-2", about: null } },
      "ruled that C-1 and C-2 agree",
    ],
    ["relation.judgement_withdrawn", {}, "withdrew their judgement of ‹it›"],
    [
      "import.finished",
      { after: { created: 1, updated: 0, failed: 2 } },
      "imported ‹it› (1 new claim, 0 changed, 2 rows refused)",
    ],
    ["password.changed", {}, "changed their password"],
    ["finding.signed-off", {}, "signed off the finding ‹it›"],
  ])("%s %j", (verb, told, words) => {
    expect(sentence(verb, told)).toBe(words);
  });
});

describe("the fields of a change", () => {
  test("stand side by side, as people read them", () => {
    const fields = changedFieldsOf({
      before: { title: "Old", tags: ["a"], blind: false, publishedOn: null, same: 1 },
      after: { title: "New", tags: ["a", "b"], blind: true, publishedOn: "2024-10", same: 1 },
    });
    expect(fields).toEqual([
      { name: "title", label: "Title", before: "Old", after: "New" },
      { name: "blind", label: "Blind", before: "no", after: "yes" },
      { name: "publishedOn", label: "Published", before: "", after: "2024-10" },
      { name: "tags", label: "Tags", before: "a", after: "a; b" },
    ]);
  });

  test("show a quote's words and the parts of what has several", () => {
    const after = {
      quote: { exact: "was halted", start: 3, end: 13 },
      assessment: { credibility: 3, reason: "" },
      firstSeen: 2,
    };
    expect(changedFieldsOf({ before: null, after }).map(({ label, after }) => [label, after])).toEqual([
      ["Quote", "“was halted”"],
      ["Grades", "Credibility: 3"],
      ["First seen", "2"],
    ]);
  });
});
