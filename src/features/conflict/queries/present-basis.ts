import { listClaimCards } from "@/features/relation/queries";
import { type Ctx, db } from "@/platform/context";
import { descentOf, type Lineage } from "../rules/camp-origins";
import type { Group } from "../rules/camps";
import { basisOf } from "../rules/finding-basis";
import { findingChanges } from "../rules/finding-changes";
import type { Change, FindingBasis } from "../schema";
import type { FindingRow } from "./finding-rows";
import { findMembers } from "./members";

/** What each of these conflicts stands on now, by its key. */
export async function presentBases(
  ctx: Ctx,
  caseId: string,
  groups: Group[],
  { lineage, blind }: { lineage: Lineage; blind: boolean },
): Promise<Map<number, FindingBasis>> {
  if (groups.length === 0) return new Map();
  const claims = groups.flatMap((group) => group.claims);
  const cards = await listClaimCards(ctx, caseId, claims);
  const sources = await findMembers(ctx, caseId, descentOf(claims, lineage));
  return new Map(groups.map((group) => [group.key, basisOf(group, { cards, sources, lineage, blind })]));
}

/** Of claims that findings were decided on: those that are retracted now. */
export async function retractedAmong(ctx: Ctx, caseId: string, rows: FindingRow[]): Promise<number[]> {
  const numbers = [...new Set(rows.flatMap(({ basis }) => basis.claims.map(({ number }) => number)))];
  if (numbers.length === 0) return [];
  const found = await db(ctx).$queryRaw<{ number: number }[]>`
    SELECT number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid
      AND number = ANY(${numbers}::int[]) AND status = 'retracted'`;
  return found.map(({ number }) => number);
}

/** What has changed since a finding was decided; nothing is said of one that is of the past. */
export function changesSince(row: FindingRow, now: FindingBasis | undefined, retracted: number[]): Change[] {
  if (!now || row.status === "superseded" || row.status === "withdrawn") return [];
  return findingChanges(row.basis, now, { retracted, grades: !row.blind });
}
