import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, stale } from "@/platform/errors";
import { canChangeClaim, canReviewClaim } from "../policy";
import { getClaim } from "../queries";
import { creditAnother } from "../rules/attribution";
import { occurredColumns, reportedColumns } from "../rules/claim-columns";
import { mergeGrades, saysNothing } from "../rules/own-grades";
import { toldOfClaim } from "../rules/told-of-claim";
import type { ChangeClaim, Claim } from "../schema";
import { findCaseOfClaim } from "./find-case-of-claim";
import { locateInVersion } from "./locate-quote";
import { findArticleOutlet, resolveChain } from "./resolve-chain";
import { ownGrades, writeAssessment } from "./write-assessment";
import { searchTextOf, spellTags, writeQuote, writeSteps } from "./write-parts";

type Input = z.output<typeof ChangeClaim> & { claimId: string };

/** What a sheet may change of a claim that no person can: see `ImportedClaim`. */
type Imported = { extra?: Record<string, string> | undefined };

/** Changes the fields that are given. Grades are the actor's own assessment. */
export async function changeClaim(
  ctx: Ctx,
  { claimId, version, ...wanted }: Input,
  imported?: Imported,
): Promise<Claim> {
  if (!canChangeClaim(ctx.actor)) throw forbidden();
  if (wanted.status !== undefined && !canReviewClaim(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, await findCaseOfClaim(ctx, claimId));
    const current = await getClaim(ctx, claimId);
    if (version !== undefined && version !== current.version) throw stale("claim", current);
    if (current.status === "retracted") throw invalid("status", "is retracted: restore the claim before changing it");
    const own = ownGrades(ctx, current);
    const grades = mergeGrades(own, wanted);
    const next = { ...(await applyWanted(ctx, current, wanted)), extra: imported?.extra ?? current.extra };
    const told = (claim: Claim, assessment: typeof own) => ({
      ...toldOfClaim(claim),
      extra: claim.extra,
      assessment: saysNothing(assessment) ? null : assessment,
    });
    const change = changedFields(told(current, own), told(next, grades));
    if (!change) return current;
    await writeClaim(ctx, current, next, wanted);
    if ("assessment" in change.after) await writeAssessment(ctx, claimId, grades);
    const subject = { type: "claim" as const, id: claimId, label: current.claim };
    await recordActivity(ctx, { caseId: current.caseId, verb: "claim.changed", subject, ...change });
    return getClaim(ctx, claimId);
  });
}

type Wanted = Omit<Input, "claimId" | "version">;

/** The claim as it is to be. Dates and words go to their columns from the input itself, which knows their bounds. */
async function applyWanted(ctx: TxCtx, current: Claim, wanted: Wanted): Promise<Claim> {
  const { steps, outlet } = await applyAttribution(ctx, current, wanted);
  return {
    ...current,
    statement: wanted.statement ?? current.statement,
    quote: wanted.quote === undefined ? current.quote : await applyQuote(ctx, current, wanted.quote),
    steps,
    attribution: steps.map(({ name }) => name),
    outlet,
    ...(wanted.reportedOn !== undefined && {
      reportedOn: wanted.reportedOn?.edtf ?? null,
      reportedOnWords: wanted.reportedOn?.words ?? null,
    }),
    ...(wanted.occurredOn !== undefined && {
      occurredOn: wanted.occurredOn?.edtf ?? null,
      occurredOnWords: wanted.occurredOn?.words ?? null,
    }),
    place: wanted.place === undefined ? current.place : wanted.place,
    tags: wanted.tags === undefined ? current.tags : await spellTags(ctx, current.caseId, wanted.tags),
    note: wanted.note ?? current.note,
    status: wanted.status ?? current.status,
  };
}

/** A quote that is sent back as it is stands as it is, whatever version it stands in. */
async function applyQuote(
  ctx: TxCtx,
  current: Claim,
  quote: NonNullable<Wanted["quote"]> | null,
): Promise<Claim["quote"]> {
  if (quote === null) return null;
  if (!current.article) throw invalid("quote", "needs an article: this claim was entered without one");
  const held = current.quote;
  const same = held && quote.exact === held.exact && (quote.start === undefined || quote.start === held.start);
  if (same && (quote.versionId === undefined || quote.versionId === held.versionId)) return held;
  return locateInVersion(ctx, current.article.id, quote);
}

async function applyAttribution(ctx: TxCtx, current: Claim, wanted: Wanted): Promise<Pick<Claim, "steps" | "outlet">> {
  const { attribution, outlet, newOutlets } = wanted;
  if (attribution === undefined && outlet === undefined) return current;
  const articleOutlet = current.article ? await findArticleOutlet(ctx, current.caseId, current.article.id) : null;
  if (attribution !== undefined) {
    return resolveChain(ctx, { chain: attribution, outlet: outlet ?? null, articleOutlet, newOutlets });
  }
  const credited = await resolveChain(ctx, { chain: [], outlet: outlet ?? null, articleOutlet: null });
  if (credited.outlet !== null && credited.outlet.id === current.outlet?.id) return current;
  return resolveChain(ctx, { chain: creditAnother(current.steps, credited.outlet), outlet: null, articleOutlet });
}

async function writeClaim(ctx: TxCtx, current: Claim, next: Claim, wanted: Wanted): Promise<void> {
  const { teamId } = ctx;
  const { statement, place, note, tags, status, extra } = next;
  const written = await ctx.tx.claim.updateMany({
    where: { teamId, id: current.id, version: current.version },
    data: {
      statement,
      place,
      note,
      tags,
      status,
      extra,
      outletId: next.outlet?.id ?? null,
      ...(wanted.reportedOn !== undefined && reportedColumns(wanted.reportedOn)),
      ...(wanted.occurredOn !== undefined && occurredColumns(wanted.occurredOn)),
      searchText: searchTextOf(next),
      version: { increment: 1 },
    },
  });
  if (written.count === 0) throw stale("claim", await getClaim(ctx, current.id));
  if (next.quote !== current.quote && current.article)
    await writeQuote(ctx, current.id, current.article.id, next.quote);
  if (next.steps !== current.steps) await writeSteps(ctx, current.id, next.steps);
}
