import type { VagueDate } from "@/dates/vague-date";
import type { TxCtx } from "@/platform/context";
import { newId } from "@/platform/new-id";
import { assessesAsLead } from "../policy";
import { type Step, storedStep } from "../rules/attribution";
import type { OwnGrades } from "../rules/own-grades";
import type { StandingGrades } from "../rules/standing-grades";
import type { ClaimStatus, Quote } from "../schema";

/** A claim ready to be stored, with everything that hangs on it. */
export type NewClaim = Omit<StandingGrades, "spread"> & {
  id: string;
  number: number;
  statement: string;
  articleId: string | null;
  outletId: string | null;
  reportedOn: VagueDate | null;
  occurredOn: VagueDate | null;
  place: string | null;
  note: string;
  tags: string[];
  status: ClaimStatus;
  extra: Record<string, string>;
  importedId: string | null;
  searchText: string;
  quote: Quote | null;
  steps: readonly Step[];
  grades: OwnGrades | null;
};

/** Stores claims with their quotes, steps and the actor's assessments: four statements, however many claims. */
export async function insertClaims(ctx: TxCtx, caseId: string, claims: readonly NewClaim[]): Promise<void> {
  await insertRows(ctx, caseId, claims);
  await insertQuotes(ctx, claims);
  await insertSteps(ctx, claims);
  await insertAssessments(ctx, claims);
}

async function insertRows(ctx: TxCtx, caseId: string, claims: readonly NewClaim[]): Promise<void> {
  const rows = claims.map(({ quote: _quote, steps: _steps, grades: _grades, reportedOn, occurredOn, ...claim }) => ({
    ...claim,
    reported: reportedOn,
    occurred: occurredOn,
    statusBefore: claim.status === "retracted" ? "draft" : null,
  }));
  await ctx.tx.$executeRaw`
    INSERT INTO claim (team_id, id, case_id, number, statement, article_id, outlet_id,
      reported_on, reported_on_words, reported_min, reported_max,
      occurred_on, occurred_on_words, occurred_min, occurred_max,
      place, note, tags, status, status_before, reliability, credibility, confidence, extra, imported_id, search_text,
      created_by_id)
    SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x.number, x.statement, x."articleId", x."outletId",
      x.reported->>'edtf', x.reported->>'words', (x.reported->>'min')::date, (x.reported->>'max')::date,
      x.occurred->>'edtf', x.occurred->>'words', (x.occurred->>'min')::date, (x.occurred->>'max')::date,
      x.place, x.note, x.tags, x.status, x."statusBefore", x.reliability, x.credibility, x.confidence, x.extra,
      x."importedId", x."searchText", ${ctx.actor.userId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, number int, statement text, "articleId" uuid, "outletId" uuid, reported jsonb, occurred jsonb, place text,
      note text, tags text[], status claim_status, "statusBefore" claim_status, reliability reliability,
      credibility smallint, confidence confidence, extra jsonb, "importedId" text, "searchText" text)`;
}

async function insertQuotes(ctx: TxCtx, claims: readonly NewClaim[]): Promise<void> {
  const rows = claims.flatMap(({ id, articleId, quote }) => (quote ? [{ ...quote, claimId: id, articleId }] : []));
  await ctx.tx.$executeRaw`
    INSERT INTO quote (team_id, claim_id, article_id, version_id, start, "end", exact, prefix, suffix, state)
    SELECT ${ctx.teamId}::uuid, x."claimId", x."articleId", x."versionId", x.start, x."end", x.exact, x.prefix, x.suffix, x.state
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      "claimId" uuid, "articleId" uuid, "versionId" uuid, start int, "end" int, exact text, prefix text, suffix text,
      state quote_state)`;
}

async function insertSteps(ctx: TxCtx, claims: readonly NewClaim[]): Promise<void> {
  const rows = claims.flatMap(({ id, steps }) =>
    steps.map((step, position) => ({ ...storedStep(step), claimId: id, position })),
  );
  await ctx.tx.$executeRaw`
    INSERT INTO attribution_step (team_id, claim_id, position, kind, outlet_id, name)
    SELECT ${ctx.teamId}::uuid, x."claimId", x.position, x.kind, x."outletId", x.name
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      "claimId" uuid, position smallint, kind step_kind, "outletId" uuid, name text)`;
}

async function insertAssessments(ctx: TxCtx, claims: readonly NewClaim[]): Promise<void> {
  const rows = claims.flatMap(({ id, grades }) => (grades ? [{ ...grades, id: newId(), claimId: id }] : []));
  await ctx.tx.$executeRaw`
    INSERT INTO assessment (team_id, id, claim_id, user_id, reliability, credibility, confidence, reason, as_lead)
    SELECT ${ctx.teamId}::uuid, x.id, x."claimId", ${ctx.actor.userId}::uuid, x.reliability, x.credibility, x.confidence,
      x.reason, ${assessesAsLead(ctx.actor)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, "claimId" uuid, reliability reliability, credibility smallint, confidence confidence, reason text)`;
}
