import { seesRelation } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import { campOrigins, descentOf } from "../rules/camp-origins";
import type { CampTree, SaidDescent, SaidOwn } from "../rules/camp-tree";
import { originTree } from "../rules/origin-tree";
import { countReports, findMembers, membersOf } from "./members";
import { readWithSuspicions } from "./read-with-suspicions";
import { listSuspicionsAmong } from "./suspicions";
import { seesOwnReporting } from "./visible-marks";

export type OriginTrees = { key: number; camps: CampTree[]; said: SaidDescent[]; own: SaidOwn[] };

/** From each camp's claims to where they come from, with who says so. */
export async function originTrees(ctx: Ctx, caseId: string, number: number): Promise<OriginTrees> {
  const { blind, lineage, group } = await readWithSuspicions(ctx, caseId, number);
  const numbers = descentOf(group.claims, lineage);
  const members = await findMembers(ctx, caseId, numbers);
  const suspicions = await listSuspicionsAmong(ctx, caseId, group.claims);
  const camps = group.camps.map(({ letter, claims }): CampTree => {
    const { min, max, why } = campOrigins(claims, members, lineage);
    const own = new Set(claims);
    return {
      letter,
      reports: countReports(membersOf(claims, members)),
      origins: { min, max },
      why,
      tree: originTree(claims, members, lineage),
      suspicions: suspicions.filter(({ from, to }) => own.has(from.number) && own.has(to.number)),
    };
  });
  const said = await saidDescents(ctx, caseId, numbers, blind);
  return { key: group.key, camps, said, own: await saidOwn(ctx, caseId, numbers) };
}

const saidDescents = (ctx: Ctx, caseId: string, numbers: number[], blind: boolean) => db(ctx).$queryRaw<SaidDescent[]>`
  SELECT r.id::text, CASE WHEN r.reversed THEN t.number ELSE f.number END AS "from",
         CASE WHEN r.reversed THEN f.number ELSE t.number END AS "to",
         ARRAY(SELECT u.name FROM (
             SELECT w.user_id, 0 AS rank FROM ruling w
               WHERE w.team_id = r.team_id AND w.relation_id = r.id AND w.reversed = r.reversed
             UNION SELECT j.user_id, 1 FROM judgement j
               WHERE j.team_id = r.team_id AND j.relation_id = r.id AND j.reversed = r.reversed) said
           JOIN "user" u ON u.id = said.user_id GROUP BY u.name ORDER BY min(said.rank), u.name) AS by
  FROM relation r
  JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
  JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.standing = 'repeats'
    AND f.number = ANY(${numbers}::int[]) AND t.number = ANY(${numbers}::int[]) AND ${seesRelation(ctx, blind)}`;

const saidOwn = (ctx: Ctx, caseId: string, numbers: number[]) => db(ctx).$queryRaw<SaidOwn[]>`
  SELECT c.number, u.name AS by, w.reason
  FROM own_reporting w
  JOIN claim c ON c.team_id = w.team_id AND c.id = w.claim_id
  JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id
  JOIN "user" u ON u.id = w.user_id
  WHERE w.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${numbers}::int[])
    AND ${seesOwnReporting(ctx)}
  ORDER BY c.number, w.created_at`;
