import type { VagueDate } from "@/dates/vague-date";
import { recordActivities } from "@/features/activity/commands/record-activities";
import type { TxCtx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canRecordClaim } from "../policy";
import { type Step, storedStep } from "../rules/attribution";
import { claimLabel } from "../rules/claim-number";
import type { OwnGrades } from "../rules/own-grades";
import { standingGrades } from "../rules/standing-grades";
import { toldOfClaim } from "../rules/told-of-claim";
import type { ClaimStatus, Quote } from "../schema";
import { bringBlindly } from "./bring-blindly";
import { searchTextOf } from "./write-parts";

export type WholeAssessment = OwnGrades & {
  id: string;
  by: string;
  lead: boolean;
  createdAt: string;
  updatedAt: string;
};

/** A claim of a file from elsewhere, by the ids and people of this installation. */
export type WholeClaim = {
  id: string;
  number: number;
  statement: string;
  article: { id: string; title: string } | null;
  outlet: { id: string; name: string } | null;
  reportedOn: VagueDate | null;
  occurredOn: VagueDate | null;
  place: string | null;
  note: string;
  tags: string[];
  status: ClaimStatus;
  statusBefore: ClaimStatus | null;
  extra: Record<string, string>;
  importedId: string | null;
  quote: Quote | null;
  steps: Step[];
  assessments: WholeAssessment[];
  enteredBy: string;
  createdAt: string;
  updatedAt: string;
};

/**
 * Stores claims with all that hangs on them, by whoever entered and graded them; what stands of the grades is worked out
 * anew. Numbers are free and the case is locked already.
 */
export async function bringWholeClaims(ctx: TxCtx, caseId: string, claims: readonly WholeClaim[]): Promise<void> {
  if (!canRecordClaim(ctx.actor)) throw forbidden();
  await insertRows(ctx, caseId, claims);
  await insertQuotes(ctx, claims);
  await insertSteps(ctx, claims);
  await insertAssessments(ctx, claims);
  await moveNumbers(ctx, caseId, claims);
  await recordActivities(
    ctx,
    caseId,
    claims.map((claim) => ({
      verb: "claim.brought",
      subject: { type: "claim" as const, id: claim.id, label: claimLabel(claim.number) },
      after: toldOf(claim),
    })),
  );
}

/** Each grade with who gave it stands apart, as a claim's own does: a blind case keeps it back by that name. */
function toldOf({ steps, reportedOn, occurredOn, assessments, ...claim }: WholeClaim) {
  const told = toldOfClaim({
    ...claim,
    attribution: steps.map(({ name }) => name),
    reportedOn: reportedOn?.edtf ?? null,
    reportedOnWords: reportedOn?.words ?? null,
    occurredOn: occurredOn?.edtf ?? null,
    occurredOnWords: occurredOn?.words ?? null,
  });
  return { ...told, enteredBy: claim.enteredBy, ...(assessments.length > 0 && { assessment: assessments }) };
}

async function insertRows(ctx: TxCtx, caseId: string, claims: readonly WholeClaim[]): Promise<void> {
  const rows = claims.map(({ article, outlet, reportedOn, occurredOn, quote, steps, assessments, ...claim }) => {
    const { spread: _, ...standing } = standingGrades(assessments);
    const searchText = searchTextOf({ ...claim, quote, steps });
    return {
      ...claim,
      ...standing,
      articleId: article?.id ?? null,
      outletId: outlet?.id ?? null,
      reported: reportedOn,
      occurred: occurredOn,
      searchText,
    };
  });
  await ctx.tx.$executeRaw`
    INSERT INTO claim (team_id, id, case_id, number, statement, article_id, outlet_id,
      reported_on, reported_on_words, reported_min, reported_max,
      occurred_on, occurred_on_words, occurred_min, occurred_max,
      place, note, tags, status, status_before, reliability, credibility, confidence, extra, imported_id, search_text,
      created_by_id, created_at, updated_at)
    SELECT ${ctx.teamId}::uuid, x.id, ${caseId}::uuid, x.number, x.statement, x."articleId", x."outletId",
      x.reported->>'edtf', x.reported->>'words', (x.reported->>'min')::date, (x.reported->>'max')::date,
      x.occurred->>'edtf', x.occurred->>'words', (x.occurred->>'min')::date, (x.occurred->>'max')::date,
      x.place, x.note, x.tags, x.status, x."statusBefore", x.reliability, x.credibility, x.confidence, x.extra,
      x."importedId", x."searchText", x."enteredBy", x."createdAt", x."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, number int, statement text, "articleId" uuid, "outletId" uuid, reported jsonb, occurred jsonb, place text,
      note text, tags text[], status claim_status, "statusBefore" claim_status, reliability reliability,
      credibility smallint, confidence confidence, extra jsonb, "importedId" text, "searchText" text, "enteredBy" uuid,
      "createdAt" timestamptz, "updatedAt" timestamptz)`;
}

async function insertQuotes(ctx: TxCtx, claims: readonly WholeClaim[]): Promise<void> {
  const rows = claims.flatMap(({ id, article, quote }) =>
    quote && article ? [{ ...quote, claimId: id, articleId: article.id }] : [],
  );
  await ctx.tx.$executeRaw`
    INSERT INTO quote (team_id, claim_id, article_id, version_id, start, "end", exact, prefix, suffix, state)
    SELECT ${ctx.teamId}::uuid, x."claimId", x."articleId", x."versionId", x.start, x."end", x.exact, x.prefix, x.suffix, x.state
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      "claimId" uuid, "articleId" uuid, "versionId" uuid, start int, "end" int, exact text, prefix text, suffix text,
      state quote_state)`;
}

async function insertSteps(ctx: TxCtx, claims: readonly WholeClaim[]): Promise<void> {
  const rows = claims.flatMap(({ id, steps }) =>
    steps.map((step, position) => ({ ...storedStep(step), claimId: id, position })),
  );
  await ctx.tx.$executeRaw`
    INSERT INTO attribution_step (team_id, claim_id, position, kind, outlet_id, name)
    SELECT ${ctx.teamId}::uuid, x."claimId", x.position, x.kind, x."outletId", x.name
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      "claimId" uuid, position smallint, kind step_kind, "outletId" uuid, name text)`;
}

async function insertAssessments(ctx: TxCtx, claims: readonly WholeClaim[]): Promise<void> {
  const rows = claims.flatMap(({ id, assessments }) => assessments.map((each) => ({ ...each, claimId: id })));
  await bringBlindly(ctx);
  await ctx.tx.$executeRaw`
    INSERT INTO assessment (team_id, id, claim_id, user_id, reliability, credibility, confidence, reason, as_lead,
      blind_reliability, blind_credibility, blind_confidence, created_at, updated_at)
    SELECT ${ctx.teamId}::uuid, x.id, x."claimId", x.by, x.reliability, x.credibility, x.confidence, x.reason, x.lead,
      (x.blind->>'reliability')::reliability, (x.blind->>'credibility')::smallint, (x.blind->>'confidence')::confidence,
      x."createdAt", x."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, "claimId" uuid, by uuid, reliability reliability, credibility smallint, confidence confidence, reason text,
      lead boolean, blind jsonb, "createdAt" timestamptz, "updatedAt" timestamptz)`;
}

/** The next claim entered by hand comes behind all of these. */
async function moveNumbers(ctx: TxCtx, caseId: string, claims: readonly WholeClaim[]): Promise<void> {
  const next = claims.reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
  await ctx.tx.$executeRaw`
    UPDATE "case" SET next_claim_number = GREATEST(next_claim_number, ${next})
    WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
}
