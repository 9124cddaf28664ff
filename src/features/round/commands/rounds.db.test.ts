import { beforeAll, describe, expect, test } from "vitest";
import { listLatestActivity } from "@/features/activity/queries";
import { measureAgreement } from "@/features/agreement/queries/agreement";
import { listUnits } from "@/features/agreement/queries/list-units";
import { ListUnits } from "@/features/agreement/schema";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { listRelations } from "@/features/relation/queries";
import { ListRelations } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { getRound, listRounds } from "../queries";
import { DrawRound } from "../schema";
import { answerTask } from "./answer-task";
import { closeRound } from "./close-round";
import { drawRound } from "./draw-round";
import { takeTask } from "./take-task";

testDatabase();

let team: TestTeam;
let judges: Ctx[];
beforeAll(async () => {
  team = await testTeam();
  judges = [
    team.analyst,
    await testMember(team.teamId, "analyst", "Bilal"),
    await testMember(team.teamId, "analyst", "Chloe"),
  ];
});

const ids = () => judges.map(({ actor }) => actor.userId);

async function laidOut(claims = 4) {
  const { id: caseId } = await testCase(team.lead, { blind: true });
  const made = [];
  for (let index = 0; index < claims; index++) made.push((await testClaim(team.owner, caseId)).id);
  const draw = (input: object, ctx: Ctx = team.lead) =>
    drawRound(ctx, { ...DrawRound.parse({ title: "Round", of: "claims", judges: ids(), ...input }), caseId });
  return { caseId, claims: made, draw };
}

const taken = async (ctx: Ctx, roundId: string) => {
  const { task } = await takeTask(ctx, { roundId });
  return task ?? (expect.fail("nothing was handed out") as never);
};

describe("drawing a round", () => {
  test("takes a sample of claims or of related pairs, or what is named", async () => {
    const { caseId, claims, draw } = await laidOut();
    expect(await draw({ sample: 3 })).toMatchObject({ units: 3, perUnit: 2, done: 0, open: true });
    await expect(draw({ of: "pairs" })).rejects.toMatchObject({ code: "INVALID" });
    const [a = "", b = "", c = ""] = claims;
    await recordRelation(team.owner, { caseId, from: a, to: b, kind: "agrees" });
    expect(await draw({ of: "pairs" })).toMatchObject({ units: 1 });
    expect(
      await draw({
        of: "pairs",
        pairs: [
          { from: c, to: a },
          { from: a, to: c },
          { from: b, to: c },
        ],
      }),
    ).toMatchObject({
      units: 2,
    });
    expect((await listRounds(team.viewer, caseId)).length).toBe(3);
    const [row] = (await listLatestActivity(team.viewer, caseId, { limit: 1 })).items;
    expect(row).toMatchObject({ verb: "round.drawn", after: { of: "pairs", units: 2 } });
  });

  test("is for leads, in a blind case, with judges who may judge, and claims of the case", async () => {
    const { claims, draw } = await laidOut();
    for (const ctx of [team.analyst, team.viewer])
      await expect(draw({}, ctx)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(draw({ judges: [...ids(), team.viewer.actor.userId] })).rejects.toMatchObject({
      errors: [{ path: "judges" }],
    });
    await expect(draw({ perUnit: 4 })).rejects.toMatchObject({ errors: [{ path: "perUnit" }] });
    const [own = ""] = claims;
    await expect(draw({ of: "pairs", pairs: [{ from: own, to: own }] })).rejects.toMatchObject({ code: "INVALID" });
    const foreign = (await laidOut(1)).claims;
    await expect(draw({ claims: foreign })).rejects.toMatchObject({ errors: [{ path: "claims" }] });
    const open = await testCase(team.lead);
    const input = DrawRound.parse({ title: "x", of: "claims", judges: ids() });
    await expect(drawRound(team.lead, { ...input, caseId: open.id })).rejects.toMatchObject({ code: "CONFLICT" });
    const { owner } = await testTeam();
    await expect(drawRound(owner, { ...input, caseId: open.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the queue", () => {
  test("hands each unit to so many judges and no more, the fewest first, and never twice to one", async () => {
    const { draw } = await laidOut(3);
    const round = await draw({});
    const seen = new Map<string, string[]>();
    for (let turn = 0; turn < 9; turn++) {
      const judge = judges[turn % 3] ?? team.analyst;
      const { task } = await takeTask(judge, { roundId: round.id });
      if (!task) continue;
      seen.set(task.unit, [...(seen.get(task.unit) ?? []), judge.actor.name]);
      await answerTask(judge, { roundId: round.id, unitId: task.unit, confidence: "low" });
    }
    expect([...seen.values()].map((names) => new Set(names).size)).toEqual([2, 2, 2]);
    const after = await getRound(team.viewer, round.id);
    expect(after.done).toBe(6);
    expect(after.judges.map(({ done }) => done)).toEqual([2, 2, 2]);
  });

  test("gives back the same until it is answered, and to others what was abandoned", async () => {
    const { draw } = await laidOut(1);
    const round = await draw({});
    const [first, second, third] = judges as [Ctx, Ctx, Ctx];
    const one = await taken(first, round.id);
    expect((await taken(first, round.id)).unit).toBe(one.unit);
    await taken(second, round.id);
    expect(await takeTask(third, { roundId: round.id })).toEqual({ task: null });
    await prisma().$executeRaw`UPDATE round_task SET taken_at = now() - interval '3 hours'
      WHERE user_id = ${first.actor.userId}::uuid AND unit_id = ${one.unit}::uuid`;
    expect((await taken(third, round.id)).unit).toBe(one.unit);
    await expect(answerTask(first, { roundId: round.id, unitId: one.unit, confidence: "low" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("taken by all at once, a unit goes to as many as it should", async () => {
    const { draw } = await laidOut(1);
    const round = await draw({});
    const got = await Promise.all(judges.map((judge) => takeTask(judge, { roundId: round.id })));
    expect(got.filter(({ task }) => task).length).toBe(2);
  });

  test("does not hand out what one has judged before, nor anything to who is no judge", async () => {
    const { claims, draw } = await laidOut(1);
    await assessClaim(judges[0] as Ctx, { claimId: claims[0] ?? "", confidence: "low" });
    const round = await draw({});
    expect(await takeTask(judges[0] as Ctx, { roundId: round.id })).toEqual({ task: null });
    await expect(takeTask(team.owner, { roundId: round.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(takeTask(team.viewer, { roundId: round.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeTask((await testTeam()).owner, { roundId: round.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("answers", () => {
  test("are judgements, blind ones; that it cannot be judged is an answer too; each once", async () => {
    const { caseId, claims, draw } = await laidOut(3);
    const [a = "", b = "", c = ""] = claims;
    const round = await draw({
      of: "pairs",
      pairs: [
        { from: a, to: b },
        { from: b, to: c },
      ],
    });
    const [first, second] = judges as [Ctx, Ctx];
    const answer = (ctx: Ctx, unitId: string, said: object) => answerTask(ctx, { roundId: round.id, unitId, ...said });
    const one = await taken(first, round.id);
    expect(one.claims).toHaveLength(2);
    await expect(answer(first, one.unit, {})).rejects.toMatchObject({ errors: [{ path: "kind" }] });
    await answer(first, one.unit, { kind: "contradicts", about: "number", rationale: "12, not 47" });
    await expect(answer(first, one.unit, { kind: "agrees" })).rejects.toMatchObject({ code: "INVALID" });
    await answer(first, (await taken(first, round.id)).unit, { cannot: true });
    expect(await takeTask(first, { roundId: round.id })).toEqual({ task: null });
    for (let turn = 0; turn < 2; turn++)
      await answer(second, (await taken(second, round.id)).unit, { kind: "unrelated" });
    expect((await getRound(team.viewer, round.id)).done).toBe(4);
    expect((await measureAgreement(second, caseId, {})).relations).toMatchObject({ n: 1, percent: 0 });
  });

  test("are open to the team when the round is over, and not before", async () => {
    const { caseId, claims, draw } = await laidOut(2);
    const [a = "", b = ""] = claims;
    const round = await draw({ of: "pairs", pairs: [{ from: a, to: b }] });
    for (const judge of judges.slice(0, 2))
      await answerTask(judge, { roundId: round.id, unitId: (await taken(judge, round.id)).unit, kind: "agrees" });
    const seen = async () => (await listRelations(team.lead, caseId, ListRelations.parse({}))).items[0];
    expect((await seen())?.judgements).toBeUndefined();
    expect((await measureAgreement(team.lead, caseId, {})).relations.n).toBe(0);
    await expect(closeRound(team.analyst, { roundId: round.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(closeRound((await testTeam()).owner, { roundId: round.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await closeRound(team.lead, { roundId: round.id })).toMatchObject({ open: false });
    const relation = await seen();
    expect(relation?.judgements).toHaveLength(2);
    expect((await measureAgreement(team.lead, caseId, {})).relations.n).toBe(1);
    await ruleOnRelation(team.lead, { relationId: relation?.id ?? "", kind: "qualifies" });
    const units = await listUnits(team.viewer, caseId, ListUnits.parse({ of: "relations" }));
    expect(units.items).toMatchObject([{ agree: true, settled: true }]);
    await expect(takeTask(judges[2] as Ctx, { roundId: round.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("that come after it was over are not blind: what the others said was open by then", async () => {
    const { caseId, claims, draw } = await laidOut(3);
    const [a = "", b = "", c = ""] = claims;
    const [first, second, late] = judges as [Ctx, Ctx, Ctx];
    const pairs = await draw({ of: "pairs", pairs: [{ from: a, to: b }] });
    const grades = await draw({ claims: [c] });
    for (const judge of [first, second]) {
      await answerTask(judge, { roundId: pairs.id, unitId: (await taken(judge, pairs.id)).unit, kind: "agrees" });
      await answerTask(judge, { roundId: grades.id, unitId: (await taken(judge, grades.id)).unit, confidence: "low" });
    }
    for (const { id } of [pairs, grades]) await closeRound(team.lead, { roundId: id });
    await recordRelation(late, { caseId, from: a, to: b, kind: "agrees" });
    await assessClaim(late, { claimId: c, confidence: "low" });
    expect(await measureAgreement(late, caseId, {})).toMatchObject({
      relations: { n: 1, raters: 2 },
      confidence: { n: 1, raters: 2 },
    });
  });

  test("end by themselves at the hour that was set", async () => {
    const { draw } = await laidOut(1);
    const round = await draw({ until: new Date(Date.now() - 1000).toISOString() });
    expect(round.open).toBe(false);
  });
});
