import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { standsVisibly } from "@/features/claim/queries/visible-relations";
import { claimLabel } from "@/features/claim/rules/claim-number";
import { readGroups } from "@/features/conflict/queries/read-groups";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { binUnit, lastOfBin } from "../rules/timeline-bins";
import type { ReadTimeline, Timeline, TimelineBin, TimelineRow } from "../schema";

/*
 * Claims `c` with their outlet `o` and article `a`. A claim was reported when it says so, else when its article was
 * published.
 */

const reported = (column: "min" | "max" | "on") =>
  Prisma.sql`CASE WHEN c.reported_on IS NOT NULL THEN ${Prisma.raw(`c.reported_${column}`)}
                  ELSE ${Prisma.raw(`a.published_${column}`)} END`;

const isReported = Prisma.sql`coalesce(c.reported_on, a.published_on) IS NOT NULL`;

const claimsOf = (ctx: Ctx, caseId: string, more: Prisma.Sql = Prisma.empty) => Prisma.sql`
  claim c ${more}
  LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted'`;

/** The event or the report may lie in the days looked at. What is open at a side lies as far out as can be. */
function inRange({ from, to }: Pick<ReadTimeline, "from" | "to">): Prisma.Sql {
  const meets = (min: Prisma.Sql, max: Prisma.Sql) => Prisma.sql`
    coalesce(${min}, '-infinity') <= ${to ?? "infinity"}::date AND coalesce(${max}, 'infinity') >= ${from ?? "-infinity"}::date`;
  return Prisma.sql`(
    (c.occurred_on IS NOT NULL AND ${meets(Prisma.sql`c.occurred_min`, Prisma.sql`c.occurred_max`)})
    OR (${isReported} AND ${meets(reported("min"), reported("max"))}))`;
}

/** Events against reports: a page of rows in the days looked at, and how dense they lie in the whole case. */
export async function readTimeline(ctx: Ctx, caseId: string, query: ReadTimeline): Promise<Timeline> {
  const { blind } = await getCase(ctx, caseId);
  const [{ extent, ...claims }, page] = await Promise.all([
    readExtent(ctx, caseId, query),
    readRows(ctx, caseId, query),
  ]);
  const [bins, contradictions] = await Promise.all([
    extent ? readBins(ctx, caseId, extent) : [],
    readContradictions(ctx, blind, page.items),
  ]);
  return { ...page, extent, bins, claims, contradictions };
}

type Extent = { extent: Timeline["extent"]; shown: number; undated: number };

async function readExtent(ctx: Ctx, caseId: string, query: ReadTimeline): Promise<Extent> {
  const days = Prisma.sql`c.occurred_min, c.occurred_max, ${reported("min")}, ${reported("max")}`;
  const [row] = await db(ctx).$queryRaw<{ from: string | null; to: string | null; shown: number; undated: number }[]>`
    SELECT min(least(${days}))::text AS "from", max(greatest(${days}))::text AS "to",
      count(*) FILTER (WHERE ${inRange(query)})::int AS shown,
      count(*) FILTER (WHERE c.occurred_on IS NULL AND NOT ${isReported})::int AS undated
    FROM ${claimsOf(ctx, caseId)}`;
  const { from, to, shown = 0, undated = 0 } = row ?? {};
  return { extent: from && to ? { from, to } : null, shown, undated };
}

type BinRow = { from: string; events: number; reports: number };

/** Each counted on the first day that it may have been. */
async function readBins(ctx: Ctx, caseId: string, { from, to }: { from: string; to: string }): Promise<TimelineBin[]> {
  const unit = binUnit(from, to);
  const rows = await db(ctx).$queryRaw<BinRow[]>`
    SELECT date_trunc(${unit}, d.day::timestamp)::date::text AS "from",
      count(*) FILTER (WHERE d.event)::int AS events, count(*) FILTER (WHERE NOT d.event)::int AS reports
    FROM (
      SELECT coalesce(c.occurred_min, c.occurred_max) AS day, TRUE AS event
      FROM ${claimsOf(ctx, caseId)} AND c.occurred_on IS NOT NULL
      UNION ALL
      SELECT coalesce(${reported("min")}, ${reported("max")}), FALSE
      FROM ${claimsOf(ctx, caseId)} AND ${isReported}) d
    WHERE d.day IS NOT NULL GROUP BY 1 ORDER BY min(d.day)`;
  return rows.map((row) => ({ ...row, to: lastOfBin(row.from, unit) }));
}

/** The row last seen: what it was sorted by. */
const Position = z.tuple([z.string(), z.string(), z.string(), z.int()]);

type Row = Omit<TimelineRow, "group"> & { sort: string; side: string; day: string };

async function readRows(
  ctx: Ctx,
  caseId: string,
  query: ReadTimeline,
): Promise<Pick<Timeline, "items" | "nextCursor">> {
  const { by, limit, cursor } = query;
  const after = decodeCursor(Position, cursor);
  const { join, sort, side } = await gathering(ctx, caseId, by);
  const rows = await db(ctx).$queryRaw<Row[]>`
    WITH line AS (
      SELECT c.id, c.number, c.statement, o.id AS outlet_id, o.name AS outlet_name,
        c.occurred_on, c.occurred_min, c.occurred_max,
        ${reported("on")} AS reported_on, ${reported("min")} AS reported_min, ${reported("max")} AS reported_max,
        ${sort} COLLATE "C" AS sort, ${side} COLLATE "C" AS side,
        coalesce(c.occurred_min, c.occurred_max, ${reported("min")}, ${reported("max")}) AS day
      FROM ${claimsOf(ctx, caseId, join)} AND ${inRange(query)})
    SELECT id::text, number, statement, sort, side, day::text, nullif(ltrim(side), '') AS camp,
      CASE WHEN outlet_id IS NOT NULL THEN json_build_object('id', outlet_id, 'name', outlet_name) END AS outlet,
      CASE WHEN occurred_on IS NOT NULL
        THEN json_build_object('edtf', occurred_on, 'min', occurred_min, 'max', occurred_max) END AS event,
      CASE WHEN reported_on IS NOT NULL
        THEN json_build_object('edtf', reported_on, 'min', reported_min, 'max', reported_max) END AS report
    FROM line
    WHERE ${after ? Prisma.sql`(sort, side, day, number) > (${after[0]}, ${after[1]}, ${after[2]}::date, ${after[3]})` : Prisma.sql`TRUE`}
    ORDER BY sort, side, day, number LIMIT ${limit + 1}`;
  const page = cutPage(rows, limit, ({ sort, side, day, number }) => [sort, side, day, number]);
  return { ...page, items: page.items.map((row) => present(by, row)) };
}

function present(by: ReadTimeline["by"], { sort, side: _side, day: _day, ...row }: Row): TimelineRow {
  return { ...row, group: groupOf(by, sort, row.outlet) };
}

function groupOf(by: ReadTimeline["by"], sort: string, outlet: TimelineRow["outlet"]): TimelineRow["group"] {
  if (by === "outlet") return outlet && { key: outlet.id, label: outlet.name };
  if (by === "claim") return null;
  const key = String(Number(sort));
  return { key, label: `Conflict ${claimLabel(Number(key))}` };
}

type Gathering = { join: Prisma.Sql; sort: Prisma.Sql; side: Prisma.Sql };

const WIDTH = 10;

/** What the rows are sorted by before their days: nothing, the outlet's name, or the conflict and the camp. */
async function gathering(ctx: Ctx, caseId: string, by: ReadTimeline["by"]): Promise<Gathering> {
  const none = Prisma.sql`''::text`;
  if (by === "claim") return { join: Prisma.empty, sort: none, side: none };
  if (by === "outlet") {
    // Claims that name nobody come last.
    const name = Prisma.sql`CASE WHEN o.id IS NULL THEN '~' ELSE ' ' || lower(o.name) || ' ' || o.id END`;
    return { join: Prisma.empty, sort: name, side: none };
  }
  const { groups } = await readGroups(ctx, caseId);
  const members = groups.flatMap(({ key, camps }) =>
    camps.flatMap(({ letter, claims }) =>
      claims.map((claim) => ({ claim, sort: String(key).padStart(WIDTH, "0"), side: letter.padStart(WIDTH) })),
    ),
  );
  const join = Prisma.sql`JOIN unnest(${members.map(({ claim }) => claim)}::int[], ${members.map(({ sort }) => sort)}::text[],
    ${members.map(({ side }) => side)}::text[]) AS m(number, sort, side) ON m.number = c.number`;
  return { join, sort: Prisma.sql`m.sort`, side: Prisma.sql`m.side` };
}

async function readContradictions(
  ctx: Ctx,
  blind: boolean,
  rows: { id: string }[],
): Promise<Timeline["contradictions"]> {
  const ids = rows.map(({ id }) => id);
  return db(ctx).$queryRaw<Timeline["contradictions"]>`
    SELECT least(f.number, t.number) AS a, greatest(f.number, t.number) AS b, r.standing_about::text AS about
    FROM relation r
    JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id
    JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.standing = 'contradicts' AND ${standsVisibly(ctx, blind)}
      AND r.from_claim_id = ANY(${ids}::uuid[]) AND r.to_claim_id = ANY(${ids}::uuid[])
    ORDER BY 1, 2`;
}
