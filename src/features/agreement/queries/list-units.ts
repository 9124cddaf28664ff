import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import type { Page } from "@/platform/fields";
import { placeOf } from "../rules/scales";
import type { ListUnits, RatedUnit } from "../schema";
import { openRatings } from "./rated-units";

type Row = Omit<RatedUnit, "agree">;

/** The units behind a number of agreement, with what everybody said of each. */
export async function listUnits(
  ctx: Ctx,
  caseId: string,
  { of, kind, disagree, limit, cursor, ...filter }: ListUnits,
): Promise<Page<RatedUnit>> {
  const { blind } = await getCase(ctx, caseId);
  const after = decodeCursor(z.tuple([z.guid()]), cursor);
  const compared = kind && of === "relations" ? kind : undefined;
  const value = compared
    ? Prisma.sql`value IN (${compared}, ${compared === "updates" ? "is updated by" : compared})`
    : Prisma.sql`value`;
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT unit::text AS id, ${of === "relations" ? pairOf(ctx) : claimOf(ctx)},
      json_agg(json_build_object('person', json_build_object('id', u.id, 'name', u.name), 'value', value)
        ORDER BY u.name, u.id) AS ratings
    FROM (${openRatings(ctx, { caseId, blind }, of, filter)}) rating JOIN "user" u ON u.id = person
    ${after ? Prisma.sql`WHERE unit > ${after[0]}::uuid` : Prisma.empty}
    GROUP BY unit ${disagree ? Prisma.sql`HAVING count(DISTINCT ${value}) > 1` : Prisma.empty}
    ORDER BY unit LIMIT ${limit + 1}`;
  const page = cutPage(rows, limit, (last) => [last.id]);
  return {
    items: page.items.map((row) => ({ ...row, agree: agrees(row, of, compared) })),
    nextCursor: page.nextCursor,
  };
}

const agrees = ({ ratings }: Row, of: ListUnits["of"], kind: ListUnits["kind"]) =>
  new Set(ratings.map(({ value }) => placeOf(value, of, kind))).size === 1;

const card = Prisma.sql`json_build_object('id', c.id, 'number', c.number, 'statement', c.statement)`;

const pairOf = (ctx: Ctx) => Prisma.sql`
  (SELECT json_agg(${card} ORDER BY c.id <> r.from_claim_id) FROM relation r
    JOIN claim c ON c.team_id = r.team_id AND c.id IN (r.from_claim_id, r.to_claim_id)
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.id = unit) AS claims,
  EXISTS (SELECT 1 FROM ruling w WHERE w.team_id = ${ctx.teamId}::uuid AND w.relation_id = unit) AS settled`;

const claimOf = (ctx: Ctx) => Prisma.sql`
  (SELECT json_agg(${card}) FROM claim c WHERE c.team_id = ${ctx.teamId}::uuid AND c.id = unit) AS claims,
  EXISTS (SELECT 1 FROM assessment s WHERE s.team_id = ${ctx.teamId}::uuid AND s.claim_id = unit AND s.as_lead) AS settled`;
