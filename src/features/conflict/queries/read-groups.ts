import { type Ctx, db } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { Lineage } from "../rules/camp-origins";
import { conflictGroups, type Group } from "../rules/camps";
import { readLineage } from "./origin-marks";
import { linksAround, standingLinks } from "./standing-links";

/** The conflicts of a case as the caller may know them, and who repeats whom in it, or may. */
export async function readGroups(ctx: Ctx, caseId: string): Promise<{ lineage: Lineage; groups: Group[] }> {
  const links = await standingLinks(ctx, caseId);
  const groups = conflictGroups(links);
  return { lineage: await readLineage(ctx, caseId, links, groups), groups };
}

/** The conflict of one claim, if it is in one that the caller may know of. Throws NOT_FOUND where there is no such case. */
export async function readGroupOf(
  ctx: Ctx,
  caseId: string,
  number: number,
): Promise<{ blind: boolean; lineage: Lineage; group: Group } | null> {
  const [found] = await db(ctx).$queryRaw<{ blind: boolean; claimId: string | null }[]>`
    SELECT k.blind, c.id::text AS "claimId" FROM "case" k
    LEFT JOIN claim c ON c.team_id = k.team_id AND c.case_id = k.id AND c.number = ${number}
    WHERE k.team_id = ${ctx.teamId}::uuid AND k.id = ${caseId}::uuid`;
  if (!found) throw notFound("case");
  if (found.claimId === null) return null;
  const links = await linksAround(ctx, [found.claimId], found);
  const group = conflictGroups(links).find(({ claims }) => claims.includes(number));
  if (!group) return null;
  return { blind: found.blind, lineage: await readLineage(ctx, caseId, links, [group]), group };
}
