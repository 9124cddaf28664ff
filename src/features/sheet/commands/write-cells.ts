import { searchTextOf } from "@/features/claim/commands/write-parts";
import { assessesAsLead } from "@/features/claim/policy";
import { storedStep } from "@/features/claim/rules/attribution";
import { saysNothing } from "@/features/claim/rules/own-grades";
import type { TxCtx } from "@/platform/context";
import { newId } from "@/platform/new-id";
import type { ChangedClaim } from "../rules/edited-claim";

/** Stores claims whose cells were changed: a handful of statements, however many claims. The case is locked already. */
export async function writeCells(ctx: TxCtx, caseId: string, changes: readonly ChangedClaim[]): Promise<void> {
  if (changes.length === 0) return;
  await writeClaims(ctx, caseId, changes);
  await writeChains(
    ctx,
    changes.filter(({ was, next }) => next.steps !== was.steps),
  );
  await writeGrades(
    ctx,
    changes.filter(({ graded }) => graded),
  );
}

async function writeClaims(ctx: TxCtx, caseId: string, changes: readonly ChangedClaim[]): Promise<void> {
  const rows = changes.map(({ was, next, gradesOnly, standing }) => {
    const { statement, place, note, tags, status, statusBefore, extra, outlet, reportedOn, occurredOn } = next;
    const searchText = searchTextOf({ ...next, quote: next.quote === null ? null : { exact: next.quote } });
    return {
      ...{ id: was.id, version: was.version, step: gradesOnly ? 0 : 1, outletId: outlet?.id ?? null },
      ...{ statement, place, note, tags, status, statusBefore, extra, searchText, ...standing },
      ...{ reported: reportedOn, occurred: occurredOn },
    };
  });
  const written = await ctx.tx.$executeRaw`
    UPDATE claim c SET statement = x.statement, place = x.place, note = x.note, tags = x.tags, status = x.status,
      status_before = x."statusBefore", extra = x.extra, outlet_id = x."outletId", search_text = x."searchText",
      reported_on = x.reported->>'edtf', reported_on_words = x.reported->>'words',
      reported_min = (x.reported->>'min')::date, reported_max = (x.reported->>'max')::date,
      occurred_on = x.occurred->>'edtf', occurred_on_words = x.occurred->>'words',
      occurred_min = (x.occurred->>'min')::date, occurred_max = (x.occurred->>'max')::date,
      reliability = x.reliability, credibility = x.credibility, confidence = x.confidence,
      version = c.version + x.step, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, version int, step int, "outletId" uuid, statement text, place text, note text, tags text[],
      status claim_status, "statusBefore" claim_status, extra jsonb, "searchText" text, reported jsonb, occurred jsonb,
      reliability reliability, credibility smallint, confidence confidence)
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.id = x.id AND c.version = x.version`;
  // Writers of a case wait for each other at its lock.
  if (written !== rows.length) throw new Error("a claim changed while its case was locked");
}

async function writeChains(ctx: TxCtx, changes: readonly ChangedClaim[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.flatMap(({ next }) =>
    next.steps.map((step, position) => ({ ...storedStep(step), claimId: next.id, position })),
  );
  const ids = changes.map(({ next }) => next.id);
  await ctx.tx.$executeRaw`
    DELETE FROM attribution_step WHERE team_id = ${ctx.teamId}::uuid AND claim_id = ANY(${ids}::uuid[])`;
  await ctx.tx.$executeRaw`
    INSERT INTO attribution_step (team_id, claim_id, position, kind, outlet_id, name)
    SELECT ${ctx.teamId}::uuid, x."claimId", x.position, x.kind, x."outletId", x.name
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      "claimId" uuid, position smallint, kind step_kind, "outletId" uuid, name text)`;
}

/** An assessment that says nothing is taken away: in a blind case it must not open the others' to its author. */
async function writeGrades(ctx: TxCtx, changes: readonly ChangedClaim[]): Promise<void> {
  if (changes.length === 0) return;
  const { teamId, actor } = ctx;
  const empty = changes.flatMap(({ next }) => (saysNothing(next.own) ? [next.id] : []));
  const rows = changes.flatMap(({ next }) =>
    saysNothing(next.own) ? [] : [{ ...next.own, id: newId(), claimId: next.id }],
  );
  await ctx.tx.$executeRaw`
    DELETE FROM assessment
    WHERE team_id = ${teamId}::uuid AND user_id = ${actor.userId}::uuid AND claim_id = ANY(${empty}::uuid[])`;
  await ctx.tx.$executeRaw`
    INSERT INTO assessment (team_id, id, claim_id, user_id, reliability, credibility, confidence, reason, as_lead)
    SELECT ${teamId}::uuid, x.id, x."claimId", ${actor.userId}::uuid, x.reliability, x.credibility, x.confidence,
      x.reason, ${assessesAsLead(actor)}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(
      id uuid, "claimId" uuid, reliability reliability, credibility smallint, confidence confidence, reason text)
    ON CONFLICT (team_id, claim_id, user_id) DO UPDATE SET reliability = excluded.reliability,
      credibility = excluded.credibility, confidence = excluded.confidence, reason = excluded.reason,
      as_lead = excluded.as_lead, version = assessment.version + 1, updated_at = now()`;
}
