import { type Ctx, db } from "@/platform/context";
import { campOrigins, descentOf } from "../rules/camp-origins";
import { campsAmong } from "../rules/camps";
import type { CountedCamp } from "../rules/warnings";
import { findMembers, type Members } from "./members";
import { readLineage } from "./origin-marks";
import { linksAround } from "./standing-links";

export type CaseOf = { caseId: string; blind: boolean };

/**
 * The camps of some claims, by number, in or out of a conflict, with their origins; and what is known of the claims.
 * What it costs follows from the claims that hang together with these, not from the size of the case.
 */
export async function countCamps(
  ctx: Ctx,
  { caseId, blind }: CaseOf,
  claims: number[],
): Promise<{ camps: CountedCamp[]; members: Members }> {
  const links = await linksAround(ctx, await idsOf(ctx, caseId, claims), { blind });
  const camps = campsAmong(claims, links);
  const lineage = await readLineage(ctx, caseId, links, [{ camps }]);
  const all = camps.flatMap((camp) => camp.claims);
  const members = await findMembers(ctx, caseId, descentOf(all, lineage));
  return {
    camps: camps.map((camp) => {
      const { min, max, why, roots } = campOrigins(camp.claims, members, lineage);
      return { ...camp, origins: { min, max }, why, roots };
    }),
    members,
  };
}

async function idsOf(ctx: Ctx, caseId: string, numbers: number[]): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT id::text FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND number = ANY(${numbers}::int[])`;
  return rows.map(({ id }) => id);
}
