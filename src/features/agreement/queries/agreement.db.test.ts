import { beforeAll, describe, expect, it } from "vitest";
import { changeCase } from "@/features/case/commands/change-case";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { AssessClaim } from "@/features/claim/schema";
import { judgeRelation } from "@/features/relation/commands/judge-relation";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import { RecordRelation, type RelationKind } from "@/features/relation/schema";
import { runImport } from "@/features/sheet/commands/run-import";
import { startImport } from "@/features/sheet/commands/start-import";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { exportCase } from "@/testing/case-files";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { AgreementFilter, ListUnits } from "../schema";
import { measureAgreement } from "./agreement";
import { breakDownAgreement } from "./breakdown";
import { listUnits } from "./list-units";

testDatabase();

let team: TestTeam;
let second: Ctx;
let third: Ctx;

beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Bilal Analyst");
  third = await testMember(team.teamId, "analyst", "Chen Analyst");
});

const pairIn = async (caseId: string) => {
  const [from, to] = [await testClaim(team.owner, caseId, { outlet: "Reuters" }), await testClaim(team.owner, caseId)];
  return { caseId, from: from.id, to: to.id };
};

const say = (ctx: Ctx, pair: Awaited<ReturnType<typeof pairIn>>, kind: RelationKind) =>
  recordRelation(ctx, { ...RecordRelation.parse({ from: pair.from, to: pair.to, kind }), caseId: pair.caseId });

const grade = (ctx: Ctx, claimId: string, grades: object) =>
  assessClaim(ctx, { ...AssessClaim.parse(grades), claimId });

const unitsOf = async (ctx: Ctx, caseId: string, query: object) =>
  (await listUnits(ctx, caseId, ListUnits.parse({ limit: "50", ...query }))).items;

const said = async (ctx: Ctx, caseId: string, of = "relations") =>
  (await unitsOf(ctx, caseId, { of })).map(({ ratings }) => ratings.map(({ value }) => value));

describe("in a blind case", () => {
  it("what two people say without knowing of each other is compared", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const pairs = [await pairIn(caseId), await pairIn(caseId), await pairIn(caseId), await pairIn(caseId)];
    const kinds: [RelationKind, RelationKind][] = [
      ["agrees", "agrees"],
      ["contradicts", "contradicts"],
      ["agrees", "contradicts"],
      ["contradicts", "contradicts"],
    ];
    for (const [index, [first, other]] of kinds.entries()) {
      await say(team.analyst, pairs[index] ?? (await pairIn(caseId)), first);
      await say(second, pairs[index] ?? (await pairIn(caseId)), other);
    }
    const { relations, withheld } = await measureAgreement(second, caseId, {});
    // Coincidences 2, 1, 1, 4: α = 1 − 7 · 2 / (2 · 3 · 5), κ = (.75 − .5) / .5.
    expect(relations).toMatchObject({ n: 4, raters: 2, pairs: 4, percent: 0.75, kappa: 0.5, unstable: true });
    expect(relations.alpha).toBeCloseTo(1 - 14 / 30, 5);
    expect(withheld).toBe(0);
    expect((await measureAgreement(second, caseId, { kind: "contradicts" })).relations.confusion.values).toEqual([
      "contradicts",
      "another",
    ]);
    const differing = await unitsOf(second, caseId, { of: "relations", disagree: "true" });
    expect(differing).toMatchObject([{ agree: false, settled: false }]);
    expect(differing[0]?.ratings.map(({ person, value }) => [person.name, value])).toEqual([
      ["Anna Analyst", "agrees"],
      ["Bilal Analyst", "contradicts"],
    ]);
    const parts = await breakDownAgreement(second, caseId);
    expect(parts.people).toMatchObject([{ of: "relations", agreement: { n: 4 } }]);
    expect(parts.outlets).toMatchObject([{ outlet: { name: "Reuters" }, agreement: { n: 4 } }]);
    expect(parts.kinds.find(({ kind }) => kind === "agrees")?.agreement.n).toBe(4);
  });

  it("numbers and units are closed to who has not judged, leads among them", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const pair = await pairIn(caseId);
    await say(team.analyst, pair, "agrees");
    const relation = await say(second, pair, "contradicts");
    await grade(team.analyst, pair.from, { confidence: "low" });
    await grade(second, pair.from, { confidence: "high" });
    for (const outsider of [team.lead, team.owner, team.viewer]) {
      expect(await measureAgreement(outsider, caseId, {})).toMatchObject({
        relations: { n: 0, alpha: null },
        confidence: { n: 0 },
        withheld: 2,
      });
      expect(await said(outsider, caseId)).toEqual([]);
      expect(await said(outsider, caseId, "confidence")).toEqual([]);
    }
    await judgeRelation(team.lead, { relationId: relation.id, kind: "agrees" });
    expect(await measureAgreement(team.lead, caseId, {})).toMatchObject({
      relations: { n: 1, raters: 3 },
      withheld: 1,
    });
    await ruleOnRelation(team.lead, { relationId: relation.id, kind: "contradicts" });
    expect(await unitsOf(team.lead, caseId, { of: "relations" })).toMatchObject([{ settled: true }]);
  });

  it("a change of mind after seeing the others does not count, nor does taking back and saying again", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const pair = await pairIn(caseId);
    await say(team.analyst, pair, "agrees");
    const relation = await say(second, pair, "contradicts");
    await judgeRelation(second, { relationId: relation.id, kind: "agrees" });
    expect(await said(second, caseId)).toEqual([["agrees", "contradicts"]]);
    await withdrawJudgement(second, { relationId: relation.id });
    await judgeRelation(second, { relationId: relation.id, kind: "agrees" });
    expect(await said(second, caseId)).toEqual([]);
  });

  it("a change of mind while nobody else has spoken counts", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const pair = await pairIn(caseId);
    const relation = await say(team.analyst, pair, "agrees");
    await judgeRelation(team.analyst, { relationId: relation.id, kind: "qualifies" });
    await say(second, pair, "contradicts");
    expect(await said(second, caseId)).toEqual([["qualifies", "contradicts"]]);
  });

  it("who said where one claim comes from has seen what the others say of both", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const pair = await pairIn(caseId);
    await say(team.analyst, pair, "agrees");
    await say(second, pair, "repeats");
    await say(second, pair, "agrees");
    expect(await said(second, caseId)).toEqual([]);
  });

  it("grades are compared each by itself, and what cannot be judged is left out", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const { id: claimId } = await testClaim(team.owner, caseId);
    await grade(team.analyst, claimId, { reliability: "B", credibility: 6, confidence: "low" });
    await grade(second, claimId, { reliability: "C", credibility: 2 });
    await grade(second, claimId, { reliability: "B", credibility: 3, confidence: "low" });
    expect(await said(second, caseId, "reliability")).toEqual([["B", "C"]]);
    expect(await said(second, caseId, "credibility")).toEqual([]);
    expect(await said(second, caseId, "confidence")).toEqual([]);
    expect((await measureAgreement(second, caseId, {})).reliability).toMatchObject({ n: 1, percent: 0 });
  });
});

describe("what was heard stays heard", () => {
  it("of a judgement that was taken back since", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const [kept, again] = [await pairIn(caseId), await pairIn(caseId)];
    for (const pair of [kept, again]) {
      await say(team.analyst, pair, "agrees");
      const { id: relationId } = await say(second, pair, "contradicts");
      await withdrawJudgement(second, { relationId });
      if (pair === again) await withdrawJudgement(team.analyst, { relationId });
      await judgeRelation(team.analyst, { relationId, kind: "contradicts" });
      await say(third, pair, "contradicts");
    }
    // Of the one pair its author's first answer counts, of the other, which was taken back, none.
    expect(await said(third, caseId)).toEqual([["agrees", "contradicts"]]);
  });

  it("of a grade that was taken back since", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const { id: claimId } = await testClaim(team.owner, caseId);
    await grade(team.analyst, claimId, { confidence: "low" });
    await grade(second, claimId, { confidence: "high" });
    await grade(second, claimId, {});
    await grade(team.analyst, claimId, { confidence: "high" });
    await grade(third, claimId, { confidence: "high" });
    expect(await said(third, caseId, "confidence")).toEqual([["low", "high"]]);
  });

  it("when the case was open at the time, and is made blind", async () => {
    const { id: caseId, version } = await testCase(team.lead);
    const [before, after] = [await pairIn(caseId), await pairIn(caseId)];
    await say(team.analyst, before, "agrees");
    await grade(team.analyst, before.from, { confidence: "low" });
    await changeCase(team.lead, { caseId, blind: true, version });
    await say(second, before, "contradicts");
    await grade(second, before.from, { confidence: "high" });
    expect(await said(second, caseId)).toEqual([]);
    expect(await said(second, caseId, "confidence")).toEqual([]);
    await say(team.analyst, after, "agrees");
    await say(second, after, "contradicts");
    expect(await said(second, caseId)).toEqual([["agrees", "contradicts"]]);
  });

  it("but a claim that somebody enters without grading it tells nothing", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const { id: claimId } = await testClaim(team.owner, caseId);
    await grade(team.analyst, claimId, { confidence: "low" });
    await grade(team.analyst, claimId, { confidence: "moderate" });
    await grade(second, claimId, { confidence: "high" });
    expect(await said(second, caseId, "confidence")).toEqual([["moderate", "high"]]);
  });
});

describe("in an open case", () => {
  it("who speaks second has heard the first, so that nothing is compared", async () => {
    const { id: caseId } = await testCase(team.lead);
    const pair = await pairIn(caseId);
    await say(team.analyst, pair, "agrees");
    await say(second, pair, "agrees");
    expect(await measureAgreement(team.viewer, caseId, {})).toMatchObject({ relations: { n: 0 }, withheld: 0 });
  });

  it("what was said while it was blind still counts, also in a copy of the case", async () => {
    const { id: caseId, version } = await testCase(team.lead, { blind: true });
    const pair = await pairIn(caseId);
    await say(team.analyst, pair, "agrees");
    await say(second, pair, "contradicts");
    await grade(team.analyst, pair.to, { confidence: "low" });
    await grade(second, pair.to, { confidence: "low" });
    await changeCase(team.lead, { caseId, blind: false, version });
    const file = await exportCase(team.lead, caseId);
    const copy = await testCase(team.lead);
    const input = {
      caseId: copy.id,
      filename: "case.json",
      contentType: "application/json",
      bytes: file,
      dryRun: false,
    };
    const { id } = await startImport(team.lead, input, { queue: false });
    await runImport({ teamId: team.teamId, importId: id });
    for (const each of [caseId, copy.id]) {
      expect(await measureAgreement(team.viewer, each, {})).toMatchObject({
        relations: { n: 1, percent: 0 },
        confidence: { n: 1, percent: 1 },
      });
    }
  });
});

it("knows no agreement on whether one claim repeats another: there is no other answer", () => {
  expect(AgreementFilter.safeParse({ kind: "repeats" }).success).toBe(false);
  expect(AgreementFilter.safeParse({ kind: "updates" }).success).toBe(true);
});

it("is not there for another team", async () => {
  const { id: caseId } = await testCase(team.lead);
  const { owner } = await testTeam();
  await expect(measureAgreement(owner, caseId, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(unitsOf(owner, caseId, { of: "relations" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
