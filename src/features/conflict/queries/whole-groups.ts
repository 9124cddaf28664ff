import { type Ctx, db } from "@/platform/context";
import { findSuspicions } from "../commands/find-suspicions";
import { descentOf, type Lineage, lineageOf } from "../rules/camp-origins";
import { conflictGroups, type Group } from "../rules/camps";
import type { ConflictLink } from "../schema";
import { readLineage } from "./origin-marks";
import { linksAround } from "./standing-links";

export type WholeGroups = {
  lineage: Lineage;
  /** Those of the conflicts that the caller knows of, each as everything that stands makes it. */
  groups: Group[];
  /** The caller may know every relation that makes this conflict and its origins. */
  knows: (group: Group) => boolean;
};

/**
 * The conflicts of some claims over everything that stands. Findings are decided and compared over this: in a blind case
 * the caller's own view would make them look changed. Who does not know a whole conflict must not be told of it.
 */
export async function wholeGroups(
  ctx: Ctx,
  caseId: string,
  numbers: number[],
  { blind }: { blind: boolean },
): Promise<WholeGroups> {
  const claims = await idsOf(ctx, caseId, numbers);
  const links = await linksAround(ctx, claims, { blind: false });
  const groups = conflictGroups(links);
  if (!blind) {
    const camps = groups.flatMap((group) => group.camps);
    await findSuspicions(ctx, { caseId, blind }, camps, links);
    return { lineage: await readLineage(ctx, caseId, links, groups), groups, knows: () => true };
  }
  // What is marked of origins shows differently to each reader of a blind case, so a finding there goes by relations alone.
  const lineage = lineageOf(links);
  const seen = new Set((await linksAround(ctx, claims, { blind: true })).map(({ id }) => id));
  return {
    lineage,
    groups: groups.filter(({ contradictions }) => contradictions.some(({ id }) => seen.has(id))),
    knows: (group) => linksWithin(group, links, lineage).every(({ id }) => seen.has(id)),
  };
}

async function idsOf(ctx: Ctx, caseId: string, numbers: number[]): Promise<string[]> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT id::text FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid
      AND number = ANY(${numbers}::int[])`;
  return rows.map(({ id }) => id);
}

function linksWithin(group: Group, links: ConflictLink[], lineage: Lineage): ConflictLink[] {
  const reach = new Set(descentOf(group.claims, lineage));
  return links.filter(({ from, to }) => reach.has(from) && reach.has(to));
}
