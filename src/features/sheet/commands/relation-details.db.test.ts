import { beforeAll, expect, it } from "vitest";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { listRelations } from "@/features/relation/queries";
import { ListRelations, type RecordRelation } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { exportWorkbook, importSheet } from "@/testing/sheets";

testDatabase();

const SAID: Omit<RecordRelation, "from" | "to">[] = [
  { kind: "contradicts", about: "number", rationale: "=12 against 47,\nof the same strike", confidence: "high" },
  { kind: "updates", rationale: "قال لاحقا" },
  { kind: "agrees" },
];

let workbook: Buffer;

beforeAll(async () => {
  const { analyst, lead } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  const claims = [];
  for (const statement of ["Twelve were hurt", "Forty-seven were hurt", "None was hurt", "A bridge fell"])
    claims.push(await testClaim(analyst, caseId, { statement }));
  for (const [index, said] of SAID.entries()) {
    const [from, to] = [claims[index + 1]?.id ?? "", claims[index]?.id ?? ""];
    await recordRelation(analyst, { ...said, from, to, caseId });
    if (index === 0) await recordRelation(lead, { from, to, kind: "contradicts", rationale: "another's", caseId });
  }
  workbook = await exportWorkbook(analyst, caseId);
});

async function judgementsIn(ctx: Ctx, caseId: string) {
  const { items } = await listRelations(ctx, caseId, ListRelations.parse({}));
  return items.map(({ judgements = [] }) =>
    judgements.map(({ kind, about, rationale, confidence }) => ({ kind, about, rationale, confidence })),
  );
}

it("a workbook brings with each relation why it was recorded, what it is about and how surely", async () => {
  const { analyst } = await testTeam();
  const { id: caseId } = await testCase(analyst);
  expect(await importSheet(analyst, caseId, workbook)).toMatchObject({ created: 4, failed: 0, errors: [] });
  const judgements = await judgementsIn(analyst, caseId);
  expect(judgements).toHaveLength(3);
  for (const said of SAID)
    expect(judgements).toContainEqual([{ about: null, rationale: "", confidence: null, ...said }]);
  expect(await importSheet(analyst, caseId, workbook)).toMatchObject({ unchanged: 4, errors: [] });
});
