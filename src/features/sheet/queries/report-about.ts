import { getCase } from "@/features/case/queries";
import { claimConditions } from "@/features/claim/queries/claim-filter";
import { type ClaimFilter, type ClaimSort, ClaimStatus } from "@/features/claim/schema";
import { getMe } from "@/features/team/queries";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { ReportAbout } from "../rules/report/cover";
import { SORT_WORDS, tellFilter } from "../rules/report/tell-filter";
import type { Tally } from "../rules/tally";

/** What a report is asked for. */
export type ReportQuery = { caseId: string; blind: boolean; filter: ClaimFilter; sort: ClaimSort; tally: Tally };

/** Conditions on the claim `c` and its outlet `o`: of every status, retracted too, unless the filter names some. */
export function chosenClaims(ctx: Ctx, { caseId, blind, filter }: ReportQuery): Prisma.Sql {
  const status = filter.status?.length ? filter.status : ClaimStatus.options;
  return claimConditions(ctx, caseId, blind, { ...filter, status });
}

export const fromClaims = Prisma.sql`
  FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id`;

/** What the first page says, apart from how many conflicts there are. */
export async function reportAbout(ctx: Ctx, query: ReportQuery): Promise<Omit<ReportAbout, "conflicts">> {
  const { title, description, blind } = await getCase(ctx, query.caseId);
  const { team } = await getMe(ctx);
  const counts = await countClaims(ctx, query);
  const { draft, reviewed, retracted } = counts;
  return {
    title,
    description,
    blind,
    team: team.name,
    by: ctx.actor.name,
    at: counts.at.toISOString(),
    filter: tellFilter(query.filter, await namesIn(ctx, query)),
    sort: SORT_WORDS[query.sort],
    claims: { draft, reviewed, retracted },
    leftOut: counts.all - draft - reviewed - retracted,
  };
}

type Counts = Record<ClaimStatus, number> & { all: number; at: Date };

async function countClaims(ctx: Ctx, query: ReportQuery): Promise<Counts> {
  const counts = ClaimStatus.options.map(
    (status) => Prisma.sql`
    count(*) FILTER (WHERE c.status = ${status}::claim_status)::int AS ${Prisma.raw(status)}`,
  );
  const [row] = await db(ctx).$queryRaw<Counts[]>`
    SELECT ${Prisma.join(counts)}, now() AS at,
      (SELECT count(*)::int FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${query.caseId}::uuid) AS all
    ${fromClaims} WHERE ${chosenClaims(ctx, query)}`;
  if (!row) throw new Error("Counting answered nothing.");
  return row;
}

/** The outlets and articles that a filter names, by their ids. */
async function namesIn(ctx: Ctx, { filter }: ReportQuery): Promise<Map<string, string>> {
  const rows = await db(ctx).$queryRaw<{ id: string; name: string }[]>`
    SELECT id::text, name FROM outlet
    WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${filter.outlet ?? []}::uuid[])
    UNION ALL SELECT id::text, title FROM article
    WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${filter.article ?? []}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
