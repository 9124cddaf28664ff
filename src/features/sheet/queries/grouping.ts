import { z } from "zod";
import { isBefore } from "@/features/claim/queries/claim-stretch";
import type { ClaimSort } from "@/features/claim/schema";
import { conflictKeys } from "@/features/conflict/queries/conflict-keys";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { Grouping } from "../schema";

/** How claims are put together: fragments that name the claim `c`, its outlet `o` and what `join` adds. */
export type GroupSql = {
  join: Prisma.Sql;
  /** What the claims of a group share, as text; null where they share nothing. */
  key: Prisma.Sql;
  /** Where the group comes among the others; null with the key. */
  rank: Prisma.Sql;
  name: Prisma.Sql;
  detail: Prisma.Sql;
};

type Grouped = Exclude<Grouping, "none">;

const NOTHING = Prisma.sql`NULL::text`;

const PLAIN: Record<Exclude<Grouped, "conflict">, GroupSql> = {
  outlet: {
    join: Prisma.empty,
    key: Prisma.sql`o.id::text`,
    rank: Prisma.sql`lower(o.name)`,
    name: Prisma.sql`o.name`,
    detail: NOTHING,
  },
  article: {
    join: Prisma.sql`LEFT JOIN article ga ON ga.team_id = c.team_id AND ga.id = c.article_id
      LEFT JOIN outlet gao ON gao.team_id = ga.team_id AND gao.id = ga.outlet_id`,
    key: Prisma.sql`ga.id::text`,
    rank: Prisma.sql`lower(ga.title)`,
    name: Prisma.sql`ga.title`,
    detail: Prisma.sql`gao.name`,
  },
  tag: {
    join: Prisma.sql`LEFT JOIN LATERAL unnest(c.tags) AS gt(tag) ON TRUE`,
    key: Prisma.sql`gt.tag`,
    rank: Prisma.sql`lower(gt.tag)`,
    name: Prisma.sql`gt.tag`,
    detail: NOTHING,
  },
};

export async function groupSql(ctx: Ctx, caseId: string, blind: boolean, group: Grouped): Promise<GroupSql> {
  if (group !== "conflict") return PLAIN[group];
  return {
    join: Prisma.sql`LEFT JOIN (${await conflictKeys(ctx, caseId, blind)}) gm ON gm.number = c.number
      LEFT JOIN claim gc ON gc.team_id = c.team_id AND gc.case_id = c.case_id AND gc.number = gm.key`,
    key: Prisma.sql`gm.key::text`,
    // Numbers of one length sort as texts do.
    rank: Prisma.sql`lpad(gm.key::text, 10, '0')`,
    name: Prisma.sql`'C-' || gm.key`,
    detail: Prisma.sql`gc.statement`,
  };
}

/** A row's place in a grouped sheet: what its group is ranked by and its key, its claim's number and first day. */
export const GroupPlace = z.tuple([z.string().nullable(), z.string().nullable(), z.int(), z.iso.date().nullable()]);
export type GroupPlace = z.infer<typeof GroupPlace>;

const WITHIN: Record<ClaimSort, Prisma.Sql> = {
  number: Prisma.sql`c.number`,
  "-number": Prisma.sql`c.number DESC`,
  reportedOn: Prisma.sql`c.reported_min NULLS LAST, c.number`,
  "-reportedOn": Prisma.sql`c.reported_min DESC NULLS LAST, c.number DESC`,
};

/** Group by group, within each as the sheet is sorted; what shares nothing comes last. */
export const groupOrder = ({ rank, key }: GroupSql, sort: ClaimSort): Prisma.Sql =>
  Prisma.sql`${rank} NULLS LAST, ${key}, ${WITHIN[sort]}`;

/** What comes behind a place. */
export function behind({ rank, key }: GroupSql, sort: ClaimSort, [atRank, atKey, number, day]: GroupPlace): Prisma.Sql {
  // Where days are missing, what is not before may as well be unknown.
  const inGroup = Prisma.sql`((${isBefore(sort, [number, day])}) IS NOT TRUE AND c.number <> ${number})`;
  if (atKey === null) return Prisma.sql`(${key} IS NULL AND ${inGroup})`;
  const here = Prisma.sql`(${rank}, ${key})`;
  const there = Prisma.sql`(${atRank}::text, ${atKey}::text)`;
  return Prisma.sql`(${key} IS NULL OR ${here} > ${there} OR (${here} = ${there} AND ${inGroup}))`;
}

/** What comes before a place. */
export function ahead({ rank, key }: GroupSql, sort: ClaimSort, [atRank, atKey, number, day]: GroupPlace): Prisma.Sql {
  const inGroup = Prisma.sql`(${isBefore(sort, [number, day])})`;
  if (atKey === null) return Prisma.sql`(${key} IS NOT NULL OR ${inGroup})`;
  const here = Prisma.sql`(${rank}, ${key})`;
  const there = Prisma.sql`(${atRank}::text, ${atKey}::text)`;
  return Prisma.sql`(${here} < ${there} OR (${here} = ${there} AND ${inGroup}))`;
}
