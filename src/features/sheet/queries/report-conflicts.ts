import { refreshConflicts } from "@/features/conflict/commands/refresh-conflicts";
import { describeConflicts } from "@/features/conflict/queries/get-conflict";
import { readLineage } from "@/features/conflict/queries/origin-marks";
import { readGroups } from "@/features/conflict/queries/read-groups";
import { linksAround } from "@/features/conflict/queries/standing-links";
import { summarise } from "@/features/conflict/queries/summarise";
import { conflictGroups } from "@/features/conflict/rules/camps";
import { weightOf } from "@/features/conflict/rules/weight";
import type { Conflict } from "@/features/conflict/schema";
import { type Ctx, db, type TxCtx } from "@/platform/context";
import { lotsOf } from "@/platform/db/at-one-moment";
import { Prisma } from "@/platform/db/client";
import { chosenClaims, fromClaims, type ReportQuery } from "./report-about";

/** Conflicts that hold a chosen claim, each whole. */
export type ReportConflicts = {
  count: number;
  /** The claim `c` stands in one of them. */
  holds: Prisma.Sql;
  /** Those that matter most first, some at a time. */
  pages: () => AsyncGenerator<Conflict[]>;
};

const AT_ONCE = 50;

/** Brings what is remembered of a case's conflicts up to date: before a snapshot, in which nothing can be written. */
export async function prepareConflicts(ctx: Ctx, { caseId, blind }: ReportQuery): Promise<void> {
  if (!blind) await refreshConflicts(ctx, caseId);
}

/**
 * In a blind case, and where somebody changed something just before the snapshot, they are derived whole; else they come
 * from what is remembered, so that a large case is never read at once.
 */
export async function openConflicts(ctx: TxCtx, query: ReportQuery): Promise<ReportConflicts> {
  const derives = query.blind || (await isTouched(ctx, query.caseId));
  return derives ? deriveConflicts(ctx, query) : recallConflicts(ctx, query);
}

async function isTouched(ctx: Ctx, caseId: string): Promise<boolean> {
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT 1 FROM conflict_touch WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid LIMIT 1`;
  return rows.length > 0;
}

async function recallConflicts(ctx: TxCtx, query: ReportQuery): Promise<ReportConflicts> {
  const { caseId } = query;
  const own = Prisma.sql`m.team_id = ${ctx.teamId}::uuid AND m.case_id = ${caseId}::uuid`;
  const wanted = Prisma.sql`
    FROM conflict_entry e WHERE e.team_id = ${ctx.teamId}::uuid AND e.case_id = ${caseId}::uuid AND e.key IN (
      SELECT m.key ${fromClaims} JOIN conflict_member m ON m.team_id = c.team_id AND m.claim_id = c.id
      WHERE ${own} AND ${chosenClaims(ctx, query)})`;
  const [row] = await db(ctx).$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count ${wanted}`;
  return {
    count: row?.count ?? 0,
    holds: Prisma.sql`EXISTS (SELECT 1 FROM conflict_member m WHERE ${own} AND m.claim_id = c.id)`,
    pages: async function* () {
      const keys = Prisma.sql`SELECT e.key ${wanted} ORDER BY e.weight DESC, e.key`;
      for await (const lot of lotsOf<{ key: number }>(ctx, keys, AT_ONCE)) {
        yield await recalled(
          ctx,
          query,
          lot.map(({ key }) => key),
        );
      }
    },
  };
}

async function recalled(ctx: Ctx, { caseId, blind }: ReportQuery, keys: number[]): Promise<Conflict[]> {
  const members = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT m.claim_id::text AS id FROM conflict_member m
    WHERE m.team_id = ${ctx.teamId}::uuid AND m.case_id = ${caseId}::uuid AND m.key = ANY(${keys}::int[])`;
  const links = await linksAround(
    ctx,
    members.map(({ id }) => id),
    { blind },
  );
  const found = new Map(conflictGroups(links).map((group) => [group.key, group]));
  const groups = keys.flatMap((key) => found.get(key) ?? []);
  return describeConflicts(ctx, caseId, groups, await readLineage(ctx, caseId, links, groups));
}

async function deriveConflicts(ctx: TxCtx, query: ReportQuery): Promise<ReportConflicts> {
  const { caseId } = query;
  const { groups, lineage } = await readGroups(ctx, caseId);
  const chosen = await chosenAmong(
    ctx,
    query,
    groups.flatMap(({ claims }) => claims),
  );
  const summaries = await summarise(ctx, caseId, groups, lineage);
  const weights = new Map(summaries.map((summary) => [summary.key, weightOf(summary)]));
  const wanted = groups
    .filter(({ claims }) => claims.some((claim) => chosen.has(claim)))
    .sort((a, b) => (weights.get(b.key) ?? 0) - (weights.get(a.key) ?? 0) || a.key - b.key);
  const numbers = wanted.flatMap(({ claims }) => claims);
  return {
    count: wanted.length,
    holds: Prisma.sql`c.number = ANY(${numbers}::int[])`,
    pages: async function* () {
      for (let at = 0; at < wanted.length; at += AT_ONCE) {
        yield await describeConflicts(ctx, caseId, wanted.slice(at, at + AT_ONCE), lineage);
      }
    },
  };
}

/** Those of these claims, by number, that the report is asked for. */
export async function chosenAmong(ctx: Ctx, query: ReportQuery, numbers: number[]): Promise<Set<number>> {
  const rows = await db(ctx).$queryRaw<{ number: number }[]>`
    SELECT c.number ${fromClaims} WHERE c.number = ANY(${numbers}::int[]) AND ${chosenClaims(ctx, query)}`;
  return new Set(rows.map(({ number }) => number));
}
