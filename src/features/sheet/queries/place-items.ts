import type { TxCtx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { derivedId } from "@/platform/derived-id";

/** Where an item of a case file stands in this case: the id it has or gets here, and whether it is here already. */
export type Place = { id: string; here: boolean };

/** By table, its name and the case of a row `t`. What belongs to a claim or a relation is looked for in the team. */
const TABLES = {
  article: ["article", "t.case_id"],
  version: ["article_version", "(SELECT a.case_id FROM article a WHERE a.team_id = t.team_id AND a.id = t.article_id)"],
  claim: ["claim", "t.case_id"],
  relation: ["relation", "t.case_id"],
  finding: ["finding", "t.case_id"],
  suspicion: ["suspicion", "t.case_id"],
  dismissal: ["warning_dismissal", "t.case_id"],
  comment: ["comment", "t.case_id"],
  assessment: ["assessment", "NULL::uuid"],
  judgement: ["judgement", "NULL::uuid"],
} as const;

/**
 * Finds the items of a file by their ids. One keeps its id where the team has no such id in another case; else it gets
 * one that follows from its own and this case's, so that the same file finds it again.
 */
export async function placeItems(
  ctx: TxCtx,
  caseId: string,
  table: keyof typeof TABLES,
  ids: readonly string[],
): Promise<Map<string, Place>> {
  const derived = new Map(ids.map((id) => [id, derivedId(caseId, id)]));
  const [name, itsCase] = TABLES[table];
  const rows = await ctx.tx.$queryRaw<{ id: string; here: boolean | null }[]>(Prisma.sql`
    SELECT t.id::text, ${Prisma.raw(itsCase)} = ${caseId}::uuid AS here FROM ${Prisma.raw(name)} t
    WHERE t.team_id = ${ctx.teamId}::uuid AND t.id = ANY(${[...derived].flat()}::uuid[])`);
  const found = new Map(rows.map(({ id, here }) => [id, here === true]));
  return new Map(
    [...derived].map(([id, own]): [string, Place] => {
      const lower = id.toLowerCase();
      if (found.get(lower)) return [id, { id: lower, here: true }];
      if (found.has(own)) return [id, { id: own, here: true }];
      return [id, { id: found.has(lower) ? own : lower, here: false }];
    }),
  );
}
