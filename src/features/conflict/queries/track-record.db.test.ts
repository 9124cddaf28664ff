import { expect, it } from "vitest";
import { mergeOutlet } from "@/features/outlet/commands/merge-outlet";
import { findOutlets } from "@/features/outlet/queries";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { writeFinding } from "../commands/write-finding";
import { outletTrackRecord } from "./track-record";

testDatabase();

const HOLDS = { outcome: "one_camp", preferredCamp: "A", rationale: "Two saw it." } as const;

/** Herald and Wire agree, Gazette contradicts them; a lead finds that they hold. */
async function decided(input: Parameters<typeof testCase>[1] = {}) {
  const team = await testTeam();
  const { id: caseId } = await testCase(team.lead, input);
  const claim = (outlet: string) => testClaim(team.lead, caseId, { attribution: [outlet], outlet });
  const [herald, wire, gazette] = [await claim("Herald"), await claim("Wire"), await claim("Gazette")];
  const relate = (ctx: Ctx, from: string, kind: "agrees" | "contradicts", to: string) =>
    recordRelation(ctx, { caseId, from, to, kind });
  await relate(team.lead, herald.id, "agrees", wire.id);
  await relate(team.lead, herald.id, "contradicts", gazette.id);
  const write = () => writeFinding(team.lead, { ...HOLDS, caseId, number: 1 });
  const finding = await write();
  const found = await findOutlets(team.lead, ["Herald", "Wire", "Gazette"]);
  const idOf = (name: string) => found.get(name)?.id ?? "";
  const record = (name: string, ctx: Ctx = team.viewer) => outletTrackRecord(ctx, idOf(name));
  return { ...team, caseId, finding, write, idOf, record };
}

it("says who was right and who was wrong where the team decided", async () => {
  const { record, finding, caseId } = await decided();
  expect(await record("Herald")).toMatchObject({ right: 1, judged: 1, tooFew: true, years: [{ right: 1, judged: 1 }] });
  expect(await record("Gazette")).toMatchObject({
    right: 0,
    judged: 1,
    conflicts: [
      {
        case: { id: caseId },
        conflict: 1,
        findingId: finding.id,
        verdict: "wrong",
        claims: [3],
        why: "camp A holds, without it",
      },
    ],
  });
});

it("counts a conflict once, by the finding that stands", async () => {
  const { record, write } = await decided();
  await write();
  expect(await record("Wire")).toMatchObject({ right: 1, judged: 1 });
});

it("knows an outlet by the id it had when the team decided", async () => {
  const { lead, idOf, record } = await decided();
  await mergeOutlet(lead, { outletId: idOf("Gazette"), into: idOf("Wire") });
  expect(await record("Wire")).toMatchObject({
    judged: 0,
    notJudged: 1,
    conflicts: [{ why: "it stood in several camps" }],
  });
});

it("shows of a blind case only what the caller has judged, and of another team nothing", async () => {
  const { analyst, lead, record } = await decided({ blind: true });
  expect(await record("Herald", lead)).toMatchObject({ judged: 1 });
  expect(await record("Herald", analyst)).toMatchObject({ judged: 0, conflicts: [] });
  const other = await testTeam();
  await expect(record("Herald", other.owner)).rejects.toMatchObject({ code: "NOT_FOUND" });
});
