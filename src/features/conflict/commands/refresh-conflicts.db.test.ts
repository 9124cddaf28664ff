import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { changeCase } from "@/features/case/commands/change-case";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { restoreClaim } from "@/features/claim/commands/restore-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { changeOutlet } from "@/features/outlet/commands/change-outlet";
import { listOutlets } from "@/features/outlet/queries";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { ruleOnRelation } from "@/features/relation/commands/rule-on-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import { listRelations } from "@/features/relation/queries";
import { RelationKind } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { listConflicts } from "../queries/list-conflicts";
import { readGroups } from "../queries/read-groups";
import { summarise } from "../queries/summarise";
import { ListConflicts } from "../schema";
import { assignConflict } from "./assign-conflict";
import { writeFinding } from "./write-finding";

testDatabase();

const CLAIMS = 9;

let team: TestTeam;
beforeAll(async () => {
  team = await testTeam();
});

const indexed = async (caseId: string) =>
  (await listConflicts(team.viewer, caseId, ListConflicts.parse({ sort: "number", limit: 200 }))).items;

async function derived(caseId: string) {
  const { lineage, groups } = await readGroups(team.viewer, caseId);
  return JSON.parse(JSON.stringify(await summarise(team.viewer, caseId, groups, lineage)));
}

async function workedCase() {
  const { id: caseId } = await testCase(team.lead);
  const ids: string[] = [];
  for (let i = 0; i < CLAIMS; i++) {
    const { id: articleId } = await testArticle(team.analyst, caseId, { outlet: `Outlet ${i % 4}` });
    const attribution = i % 3 === 0 ? [`Outlet ${i % 4}`, `Outlet ${(i + 1) % 4}`] : [];
    ids.push((await testClaim(team.analyst, caseId, { articleId, attribution })).id);
  }
  const idOf = (number: number) => ids[number - 1] ?? "";
  const relationOf = async (number: number) => {
    const { items } = await listRelations(team.analyst, caseId, { limit: 200 });
    return items[number % Math.max(1, items.length)];
  };
  return { caseId, idOf, relationOf };
}

type Worked = Awaited<ReturnType<typeof workedCase>>;

const number = fc.integer({ min: 1, max: CLAIMS });
const kind = fc.constantFrom(...RelationKind.options);
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("relate" as const), from: number, to: number, kind }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("rule" as const), which: fc.nat(30), kind }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("withdraw" as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("retract" as const, "restore" as const), claim: number }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("credit" as const), claim: number, outlet: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reword" as const), claim: number, words: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("own" as const), outlet: fc.nat(3), owner: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("assign" as const), claim: number }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("find" as const), claim: number, signed: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("read" as const) }) },
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** What the product refuses (a pair of one claim, a retracted end) changes nothing, which is right, too. */
async function apply({ caseId, idOf, relationOf }: Worked, given: Change): Promise<void> {
  const { lead, analyst } = team;
  if (given.do === "relate") {
    await recordRelation(analyst, { caseId, from: idOf(given.from), to: idOf(given.to), kind: given.kind });
  } else if (given.do === "rule") {
    const relation = await relationOf(given.which);
    if (relation) await ruleOnRelation(lead, { relationId: relation.id, kind: given.kind });
  } else if (given.do === "withdraw") {
    const relation = await relationOf(given.which);
    if (relation) await withdrawJudgement(analyst, { relationId: relation.id });
  } else if (given.do === "retract") await retractClaim(analyst, { claimId: idOf(given.claim) });
  else if (given.do === "restore") await restoreClaim(analyst, { claimId: idOf(given.claim) });
  else if (given.do === "credit") {
    await changeClaim(analyst, { claimId: idOf(given.claim), attribution: [`Outlet ${given.outlet}`] });
  } else if (given.do === "reword") {
    await changeClaim(analyst, { claimId: idOf(given.claim), statement: `Said in words ${given.words}` });
  } else if (given.do === "own") {
    const { items } = await listOutlets(analyst, { limit: 1, q: `Outlet ${given.outlet}` });
    if (items[0]) await changeOutlet(analyst, { outletId: items[0].id, owner: `Holding ${given.owner}` });
  } else if (given.do === "assign") {
    await assignConflict(analyst, { caseId, number: given.claim, user: lead.actor.userId });
  } else if (given.do === "find") {
    const finding = { outcome: "cannot_tell" as const, rationale: "Neither side is known to have been there." };
    await writeFinding(given.signed ? lead : analyst, { caseId, number: given.claim, ...finding });
  } else await indexed(caseId);
}

it("answers the same as everything derived anew, whatever was changed and however often it was read between", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 6, maxLength: 24 }), async (changes) => {
      const worked = await workedCase();
      for (const each of changes) await apply(worked, each).catch(refusedOnly);
      expect(await indexed(worked.caseId)).toEqual(await derived(worked.caseId));
    }),
    { numRuns: 12 },
  );
}, 180_000);

const refusedOnly = (error: { code?: string }) => {
  if (!["INVALID", "NOT_FOUND"].includes(error.code ?? "")) throw error;
};

it("shows everybody everything again when a case is no longer blind", async () => {
  const { caseId, idOf } = await workedCase();
  await recordRelation(team.analyst, { caseId, from: idOf(1), to: idOf(2), kind: "contradicts" });
  expect(await indexed(caseId)).toMatchObject([{ status: "open" }]);
  await changeCase(team.lead, { caseId, blind: true });
  await writeFinding(team.analyst, { caseId, number: 1, outcome: "cannot_tell", rationale: "Nobody was there." });
  expect(await indexed(caseId)).toEqual([]);
  await changeCase(team.lead, { caseId, blind: false });
  expect(await indexed(caseId)).toMatchObject([{ key: 1, status: "proposed" }]);
});

it("is derived once by many readers who come at the same moment", async () => {
  const { caseId, idOf } = await workedCase();
  await recordRelation(team.analyst, { caseId, from: idOf(1), to: idOf(2), kind: "contradicts" });
  const answers = await Promise.all(Array.from({ length: 6 }, () => indexed(caseId)));
  for (const answer of answers) expect(answer).toMatchObject([{ key: 1, claims: 2 }]);
});

it("stays right while some write and others read at the same time", async () => {
  const { lead, analyst } = team;
  const worked = await workedCase();
  const { caseId, idOf } = worked;
  const kinds = ["contradicts", "agrees", "repeats", "contradicts"] as const;
  const writer = async (by: Ctx, step: number) => {
    for (let at = 0; at < 12; at++) {
      const [from, to] = [1 + (at % CLAIMS), 1 + ((at * step + 1) % CLAIMS)];
      const kind = kinds[(at + step) % kinds.length] ?? "agrees";
      await recordRelation(by, { caseId, from: idOf(from), to: idOf(to), kind }).catch(refusedOnly);
    }
  };
  let writing = true;
  const reader = async () => {
    while (writing) await indexed(caseId);
  };
  const readers = [reader(), reader(), reader()];
  await Promise.all([writer(analyst, 2), writer(lead, 4)]);
  writing = false;
  await Promise.all(readers);
  expect(await indexed(caseId)).toEqual(await derived(caseId));
});

it("fills again from nothing", async () => {
  const { caseId, idOf } = await workedCase();
  await recordRelation(team.analyst, { caseId, from: idOf(1), to: idOf(2), kind: "contradicts" });
  const before = await indexed(caseId);
  await prisma().$executeRaw`DELETE FROM conflict_entry WHERE case_id = ${caseId}::uuid`;
  await prisma().$executeRaw`DELETE FROM conflict_member WHERE case_id = ${caseId}::uuid`;
  await prisma().$executeRaw`INSERT INTO conflict_touch (team_id, case_id, claim_id)
    SELECT team_id, case_id, low_claim_id FROM relation WHERE case_id = ${caseId}::uuid`;
  expect(await indexed(caseId)).toEqual(before);
});
