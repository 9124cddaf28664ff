import { beforeAll, describe, expect, it } from "vitest";
import { changeCase } from "@/features/case/commands/change-case";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { getRelation, listRelations } from "../queries";
import type { RelationKind } from "../schema";
import { judgeRelation } from "./judge-relation";
import { recordRelation } from "./record-relation";
import { ruleOnRelation } from "./rule-on-relation";
import { withdrawJudgement } from "./withdraw-judgement";
import { withdrawRuling } from "./withdraw-ruling";

testDatabase();

let team: TestTeam;
let second: Ctx;
let third: Ctx;
let stranger: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Boris Second");
  third = await testMember(team.teamId, "analyst", "Clara Third");
  stranger = (await testTeam()).owner;
});

/** A case with two claims. */
async function pair(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const from = (await testClaim(team.analyst, caseId)).id;
  const to = (await testClaim(team.analyst, caseId)).id;
  const record = (ctx: Ctx, kind: RelationKind, over: Partial<Parameters<typeof recordRelation>[1]> = {}) =>
    recordRelation(ctx, { caseId, from, to, kind, ...over });
  return { caseId, from, to, record };
}

const history = (caseId: string) =>
  prisma().activity.findMany({
    where: { teamId: team.teamId, caseId, subjectType: "relation" },
    orderBy: { seq: "asc" },
  });

const refusal = (code: string, path?: string) =>
  expect.objectContaining({ code, ...(path ? { errors: [expect.objectContaining({ path })] } : {}) });

describe("recording a relation", () => {
  it("says back what was recorded and who judged", async () => {
    const { from, to, caseId, record } = await pair();
    const relation = await record(team.analyst, "contradicts", {
      about: "number",
      rationale: "47, not 12",
      confidence: "high",
    });
    expect(relation).toMatchObject({
      caseId,
      from,
      to,
      kind: "contradicts",
      about: "number",
      family: "content",
      version: 1,
    });
    expect(relation.ruling).toBeNull();
    expect(relation.judgements).toMatchObject([
      {
        user: { name: "Anna Analyst" },
        from,
        to,
        kind: "contradicts",
        about: "number",
        rationale: "47, not 12",
        confidence: "high",
      },
    ]);
    expect(await getRelation(team.viewer, relation.id)).toEqual(relation);
  });

  it("writes one activity row with what was judged and what stands", async () => {
    const { caseId, record } = await pair();
    const { id } = await record(team.analyst, "agrees");
    expect(await history(caseId)).toMatchObject([
      {
        verb: "relation.judged",
        subjectId: id,
        subject: "C-1 · C-2",
        actorName: "Anna Analyst",
        before: null,
        after: { kind: "agrees", from: "C-1", to: "C-2", standing: "agrees" },
      },
    ]);
  });

  it("changes nothing when the same is sent twice", async () => {
    const { caseId, record } = await pair();
    const first = await record(team.analyst, "updates", { rationale: "newer" });
    expect(await record(team.analyst, "updates", { rationale: "newer" })).toEqual(first);
    expect(await record(team.analyst, "updates")).toEqual(first);
    expect(await history(caseId)).toHaveLength(1);
  });

  it("makes one relation of two analysts who record the pair at once, from either end", async () => {
    const { caseId, from, to, record } = await pair();
    await Promise.all([record(team.analyst, "agrees"), record(second, "agrees", { from: to, to: from })]);
    const { items } = await listRelations(team.viewer, caseId, { limit: 50 });
    expect(items).toMatchObject([{ kind: "agrees", version: 2 }]);
    expect(items[0]?.judgements).toHaveLength(2);
  });

  it("keeps descent apart from content", async () => {
    const { caseId, record } = await pair();
    await record(team.analyst, "repeats");
    await record(team.analyst, "contradicts", { about: "number" });
    const { items } = await listRelations(team.viewer, caseId, { limit: 50 });
    expect(items.map((each) => each.kind)).toEqual(["repeats", "contradicts"]);
  });

  it("turns a directed kind round for who says so", async () => {
    const { from, to, record } = await pair();
    await record(team.analyst, "updates");
    expect(await record(second, "updates", { from: to, to: from })).toMatchObject({ kind: "disputed", from, to });
    const settled = await record(third, "updates", { from: to, to: from });
    expect(settled).toMatchObject({ kind: "updates", from: to, to: from });
    expect(settled.judgements).toMatchObject([
      { from, to },
      { from: to, to: from },
      { from: to, to: from },
    ]);
  });

  it("drops the reason given for another kind, and keeps it for the same", async () => {
    const { record } = await pair();
    await record(team.analyst, "contradicts", { about: "time", rationale: "a day apart" });
    expect((await record(team.analyst, "contradicts", { about: "place" })).judgements).toMatchObject([
      { about: "place", rationale: "a day apart" },
    ]);
    expect((await record(team.analyst, "agrees")).judgements).toMatchObject([{ about: null, rationale: "" }]);
  });

  it("refuses a viewer, another team and what cannot be related", async () => {
    const { caseId, from, record } = await pair();
    const elsewhere = await pair();
    await expect(record(team.viewer, "agrees")).rejects.toEqual(refusal("FORBIDDEN"));
    await expect(record(stranger, "agrees")).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(record(team.analyst, "agrees", { to: from })).rejects.toEqual(refusal("INVALID", "to"));
    await expect(record(team.analyst, "agrees", { to: elsewhere.to })).rejects.toEqual(refusal("INVALID", "to"));
    await expect(record(team.analyst, "agrees", { about: "time" })).rejects.toEqual(refusal("INVALID", "about"));
    await expect(listRelations(stranger, caseId, { limit: 50 })).rejects.toEqual(refusal("NOT_FOUND"));
    expect(await history(caseId)).toEqual([]);
  });
});

describe("judging and withdrawing", () => {
  it("stands as disputed on a tie, and by the majority again", async () => {
    const { record } = await pair();
    const { id } = await record(team.analyst, "agrees");
    expect(await judgeRelation(second, { relationId: id, kind: "contradicts", about: "number" })).toMatchObject({
      kind: "disputed",
      about: null,
    });
    expect(await judgeRelation(third, { relationId: id, kind: "contradicts" })).toMatchObject({
      kind: "contradicts",
      about: "number",
    });
  });

  it("answers a stale version with the relation as it is", async () => {
    const { record } = await pair();
    const { id, version } = await record(team.analyst, "agrees");
    await judgeRelation(second, { relationId: id, kind: "unrelated", version });
    await expect(judgeRelation(third, { relationId: id, kind: "agrees", version })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { id, kind: "disputed", version: version + 1 },
    });
    const again = await judgeRelation(second, { relationId: id, kind: "unrelated", version });
    expect(again.version).toBe(version + 1);
  });

  it("keeps the direction that a judgement has, unless told otherwise", async () => {
    const { from, to, record } = await pair();
    const { id } = await record(team.analyst, "updates", { from: to, to: from });
    const said = await judgeRelation(team.analyst, { relationId: id, kind: "updates", rationale: "a later count" });
    expect(said).toMatchObject({ from: to, to: from, judgements: [{ rationale: "a later count" }] });
    expect(await judgeRelation(team.analyst, { relationId: id, kind: "updates", from })).toMatchObject({ from, to });
    const other = await pair();
    const wrong = judgeRelation(team.analyst, { relationId: id, kind: "updates", from: other.from });
    await expect(wrong).rejects.toEqual(refusal("INVALID", "from"));
  });

  it("sends a kind of the other family to a relation of its own", async () => {
    const { record } = await pair();
    const { id } = await record(team.analyst, "agrees");
    await expect(judgeRelation(second, { relationId: id, kind: "repeats" })).rejects.toEqual(
      refusal("INVALID", "kind"),
    );
  });

  it("takes a judgement back, once, and lists the pair no more when nothing is left", async () => {
    const { caseId, record } = await pair();
    const { id } = await record(team.analyst, "agrees");
    await record(second, "contradicts");
    expect(await withdrawJudgement(second, { relationId: id })).toMatchObject({ kind: "agrees" });
    expect((await withdrawJudgement(second, { relationId: id })).version).toBe(3);
    expect(await withdrawJudgement(team.analyst, { relationId: id })).toMatchObject({ kind: null, judgements: [] });
    expect((await listRelations(team.viewer, caseId, { limit: 50 })).items).toEqual([]);
    expect((await history(caseId)).slice(2)).toMatchObject([
      {
        verb: "relation.judgement_withdrawn",
        before: { kind: "contradicts", standing: "disputed" },
        after: { standing: "agrees" },
      },
      { verb: "relation.judgement_withdrawn", before: { kind: "agrees" }, after: null },
    ]);
    expect(await judgeRelation(team.analyst, { relationId: id, kind: "agrees" })).toMatchObject({ kind: "agrees" });
  });

  it("refuses a viewer and another team", async () => {
    const { record } = await pair();
    const { id: relationId } = await record(team.analyst, "agrees");
    await expect(judgeRelation(team.viewer, { relationId, kind: "agrees" })).rejects.toEqual(refusal("FORBIDDEN"));
    await expect(judgeRelation(stranger, { relationId, kind: "agrees" })).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(withdrawJudgement(team.viewer, { relationId })).rejects.toEqual(refusal("FORBIDDEN"));
    await expect(withdrawJudgement(stranger, { relationId })).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(getRelation(stranger, relationId)).rejects.toEqual(refusal("NOT_FOUND"));
  });
});

describe("ruling", () => {
  it("stands before every judgement until it is withdrawn", async () => {
    const { caseId, record } = await pair();
    const { id: relationId } = await record(team.analyst, "agrees");
    await record(second, "agrees");
    const ruled = await ruleOnRelation(team.lead, {
      relationId,
      kind: "contradicts",
      about: "time",
      rationale: "two days",
    });
    expect(ruled).toMatchObject({
      kind: "contradicts",
      about: "time",
      ruling: { user: { name: "Lena Lead" }, rationale: "two days" },
    });
    expect(await record(third, "agrees")).toMatchObject({ kind: "contradicts" });
    expect(await withdrawRuling(team.lead, { relationId })).toMatchObject({ kind: "agrees", ruling: null });
    const verbs = (await history(caseId)).map((row) => row.verb);
    expect(verbs.slice(2)).toEqual(["relation.ruled", "relation.judged", "relation.ruling_withdrawn"]);
  });

  it("changes nothing when given twice, and is replaced by a later one", async () => {
    const { caseId, record } = await pair();
    const { id: relationId, version } = await record(team.analyst, "agrees");
    const ruled = await ruleOnRelation(team.lead, { relationId, kind: "unrelated", version });
    expect(await ruleOnRelation(team.lead, { relationId, kind: "unrelated", version })).toEqual(ruled);
    const late = ruleOnRelation(team.owner, { relationId, kind: "agrees", version });
    await expect(late).rejects.toMatchObject({ code: "CONFLICT", current: { kind: "unrelated" } });
    expect(await ruleOnRelation(team.owner, { relationId, kind: "agrees" })).toMatchObject({
      kind: "agrees",
      ruling: { user: { name: "Olga Owner" } },
    });
    expect(await history(caseId)).toHaveLength(3);
  });

  it("is for leads, in their own team", async () => {
    const { record } = await pair();
    const { id: relationId } = await record(team.analyst, "agrees");
    for (const ctx of [team.viewer, team.analyst]) {
      await expect(ruleOnRelation(ctx, { relationId, kind: "agrees" })).rejects.toEqual(refusal("FORBIDDEN"));
      await expect(withdrawRuling(ctx, { relationId })).rejects.toEqual(refusal("FORBIDDEN"));
    }
    await expect(ruleOnRelation(stranger, { relationId, kind: "agrees" })).rejects.toEqual(refusal("NOT_FOUND"));
    await expect(withdrawRuling(stranger, { relationId })).rejects.toEqual(refusal("NOT_FOUND"));
  });
});

describe("a blind case", () => {
  const hidden = ["kind", "about", "family", "judgements", "ruling"];
  const hides = (relation: object | undefined) => relation !== undefined && hidden.every((name) => !(name in relation));

  it("shows nobody what others said of a pair before they said something themselves", async () => {
    const { caseId, record } = await pair(true);
    const mine = await record(team.analyst, "contradicts", { about: "number" });
    expect(mine).toMatchObject({ kind: "contradicts", judgements: [{}] });
    for (const ctx of [second, team.viewer, team.lead, team.owner]) {
      expect(hides(await getRelation(ctx, mine.id))).toBe(true);
      expect((await listRelations(ctx, caseId, { limit: 50, kind: "contradicts" })).items).toEqual([]);
    }
    const joined = await judgeRelation(second, { relationId: mine.id, kind: "agrees" });
    expect(joined).toMatchObject({ kind: "disputed" });
    expect(joined.judgements).toHaveLength(2);
    await withdrawJudgement(second, { relationId: mine.id });
    expect(hides(await getRelation(second, mine.id))).toBe(true);
  });

  it("shows a ruling to the ruler and to those who judged, and not to a lead who did neither", async () => {
    const { record } = await pair(true);
    const { id: relationId } = await record(team.analyst, "agrees");
    expect(await ruleOnRelation(team.lead, { relationId, kind: "unrelated" })).toMatchObject({ kind: "unrelated" });
    expect(await getRelation(team.analyst, relationId)).toMatchObject({ ruling: { kind: "unrelated" } });
    expect(hides(await getRelation(team.owner, relationId))).toBe(true);
  });

  it("does not give descent away: not by the ends, nor by a second row, nor by a refusal", async () => {
    const { caseId, from, to, record } = await pair(true);
    const copied = await record(team.analyst, "repeats", { from: to, to: from });
    await record(team.analyst, "contradicts", { about: "number" });
    const { items } = await listRelations(second, caseId, { limit: 50 });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: copied.id, from, to });
    const said = await judgeRelation(second, { relationId: copied.id, kind: "agrees" });
    expect(said).toMatchObject({ family: "content", kind: "disputed" });
    expect(await getRelation(second, copied.id)).toMatchObject({ kind: "repeats", from: to, to: from });
  });

  it("opens when the case stops being blind", async () => {
    const { caseId, record } = await pair(true);
    const { id } = await record(team.analyst, "agrees");
    await changeCase(team.lead, { caseId, blind: false });
    expect(await getRelation(second, id)).toMatchObject({ kind: "agrees" });
  });
});
