import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { visibleRelations } from "@/features/claim/queries/visible-relations";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { type CardRow, cardColumn, joinCard, presentCard } from "./queries/claim-card";
import { fromRelations, listed, presentRelation, type RelationRow, relationColumns } from "./queries/relation-row";
import type { ClaimCard, ListRelations, Relation, RelationOfClaim } from "./schema";

/** The relations of a case in the order in which their pairs were first related. */
export async function listRelations(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, claim, kind }: ListRelations,
): Promise<Page<Relation>> {
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const where = [
    Prisma.sql`r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND ${listed(ctx)}`,
    after ? Prisma.sql`r.id > ${after[0]}::uuid` : null,
    claim ? Prisma.sql`(r.from_claim_id = ${claim}::uuid OR r.to_claim_id = ${claim}::uuid)` : null,
    kind ? Prisma.sql`r.standing = ${kind}::standing_kind AND ${visibleRelations(ctx)}` : null,
  ].filter((each) => each !== null);
  const rows = await db(ctx).$queryRaw<RelationRow[]>`
    SELECT ${relationColumns(ctx)} ${fromRelations}
    WHERE ${Prisma.join(where, " AND ")} ORDER BY r.id LIMIT ${limit + 1}`;
  if (rows.length === 0) await getCase(ctx, caseId);
  const page = cutPage(rows, limit, (last) => [last.id]);
  return { items: page.items.map(presentRelation), nextCursor: page.nextCursor };
}

export async function getRelation(ctx: Ctx, relationId: string): Promise<Relation> {
  const [row] = await db(ctx).$queryRaw<RelationRow[]>`
    SELECT ${relationColumns(ctx)} ${fromRelations}
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.id = ${relationId}::uuid`;
  if (!row) throw notFound("relation");
  return presentRelation(row);
}

/** Relations by their ids, with every view on them that the caller may see; ids of nothing are passed over. */
export async function listRelationsById(ctx: Ctx, ids: string[]): Promise<Relation[]> {
  const rows = await db(ctx).$queryRaw<RelationRow[]>`
    SELECT ${relationColumns(ctx)} ${fromRelations}
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.id = ANY(${ids}::uuid[])`;
  return rows.map(presentRelation);
}

/** What a claim is related to, by the other claim's number. */
export function relationsOfClaim(ctx: Ctx, claimId: string): Promise<RelationOfClaim[]> {
  return relationsOf(
    ctx,
    Prisma.sql`(r.from_claim_id = ${claimId}::uuid OR r.to_claim_id = ${claimId}::uuid)`,
    Prisma.sql`e.own = ${claimId}::uuid`,
  );
}

/** The same for every claim of an article; a relation between two of them is there once for each. */
export function relationsOfArticle(ctx: Ctx, articleId: string): Promise<RelationOfClaim[]> {
  const own = Prisma.sql`
    SELECT id FROM claim WHERE team_id = ${ctx.teamId}::uuid AND article_id = ${articleId}::uuid`;
  return relationsOf(
    ctx,
    Prisma.sql`(r.from_claim_id IN (${own}) OR r.to_claim_id IN (${own}))`,
    Prisma.sql`e.own IN (${own})`,
  );
}

async function relationsOf(ctx: Ctx, touching: Prisma.Sql, own: Prisma.Sql): Promise<RelationOfClaim[]> {
  const rows = await db(ctx).$queryRaw<(RelationRow & { claimId: string; counterpart: CardRow })[]>`
    SELECT ${relationColumns(ctx)}, e.own::text AS "claimId", ${cardColumn(ctx)} AS counterpart
    ${fromRelations}
    CROSS JOIN LATERAL (VALUES (r.from_claim_id, r.to_claim_id), (r.to_claim_id, r.from_claim_id)) e(own, other)
    JOIN claim c ON c.team_id = r.team_id AND c.id = e.other
    ${joinCard}
    WHERE r.team_id = ${ctx.teamId}::uuid AND ${touching} AND ${own} AND ${listed(ctx)}
    ORDER BY c.number, r.id`;
  return rows.map((row) => ({
    ...presentRelation(row),
    claimId: row.claimId,
    counterpart: presentCard(row.counterpart),
  }));
}

/** Cards of a case's claims, by number. */
export async function listClaimCards(ctx: Ctx, caseId: string, numbers: number[]): Promise<Map<number, ClaimCard>> {
  const rows = await db(ctx).$queryRaw<{ card: CardRow }[]>`
    SELECT ${cardColumn(ctx)} AS card
    FROM claim c JOIN "case" k ON k.team_id = c.team_id AND k.id = c.case_id ${joinCard}
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${numbers}::int[])`;
  return new Map(rows.map(({ card }) => [card.number, presentCard(card)]));
}
