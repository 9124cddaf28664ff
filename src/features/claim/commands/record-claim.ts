import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid, notFound } from "@/platform/errors";
import { canRecordClaim } from "../policy";
import { getClaim } from "../queries";
import type { Attribution } from "../rules/attribution";
import { occurredColumns, reportedColumns } from "../rules/claim-columns";
import { mergeGrades, NO_GRADES, saysNothing } from "../rules/own-grades";
import { toldOfClaim } from "../rules/told-of-claim";
import type { Claim, ClaimStatus, Quote, RecordClaim } from "../schema";
import { locateInVersion } from "./locate-quote";
import { findArticleOutlet, resolveChain } from "./resolve-chain";
import { writeAssessment } from "./write-assessment";
import { searchTextOf, spellTags, writeQuote, writeSteps } from "./write-parts";

type Input = z.output<typeof RecordClaim> & { caseId: string };

/** What a sheet may say of a claim that no person can enter. */
export type ImportedClaim = {
  /** The number it had: kept where it is free in this case, else the next one is given. */
  number?: number | undefined;
  status?: ClaimStatus | undefined;
  /** Columns that Crossbearing does not know, by header. */
  extra?: Record<string, string> | undefined;
  /** The id it has in the case that the sheet comes from. */
  importedId?: string | undefined;
  /** Steps of the chain that are not outlets, even where the team has one of that name. */
  sources?: readonly string[] | undefined;
};

/**
 * Records a claim: its quote verified against the text it stands in, its outlet derived from its attribution, the grades
 * kept as the actor's own assessment. With `imported` it may also quote a version whose text is not held.
 */
export async function recordClaim(ctx: Ctx, { caseId, ...input }: Input, imported?: ImportedClaim): Promise<Claim> {
  if (!canRecordClaim(ctx.actor)) throw forbidden();
  if (input.quote && !input.articleId) throw invalid("quote", "needs the article that it stands in");
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const parts = await gatherParts(ctx, caseId, input, imported);
    const number = await takeNumber(ctx, caseId, imported?.number);
    const id = await insertClaim(ctx, { ...input, caseId, number }, parts, imported);
    const grades = mergeGrades(NO_GRADES, input);
    if (!saysNothing(grades)) await writeAssessment(ctx, id, grades);
    const claim = await getClaim(ctx, id);
    await recordActivity(ctx, {
      caseId,
      verb: "claim.recorded",
      subject: { type: "claim", id, label: claim.claim },
      after: { ...toldOfClaim(claim), ...(!saysNothing(grades) && { assessment: grades }) },
    });
    return claim;
  });
}

type Parts = { articleId: string | null; quote: Quote | null; attribution: Attribution; tags: string[] };

/** Everything of the input that must first be found in the team: article, text, outlets, tags. */
async function gatherParts(
  ctx: TxCtx,
  caseId: string,
  input: Omit<Input, "caseId">,
  imported: ImportedClaim | undefined,
): Promise<Parts> {
  const articleId = input.articleId ?? null;
  const articleOutlet = articleId ? await findArticleOutlet(ctx, caseId, articleId) : null;
  const unheldAllowed = imported !== undefined;
  const quote = articleId && input.quote ? await locateInVersion(ctx, articleId, input.quote, { unheldAllowed }) : null;
  const chain = input.attribution ?? [];
  const { sources } = imported ?? {};
  const { outlet = null, newOutlets } = input;
  const attribution = await resolveChain(ctx, { chain, outlet, articleOutlet, sources, newOutlets });
  const tags = await spellTags(ctx, caseId, input.tags ?? []);
  return { articleId, quote, attribution, tags };
}

/** The next number of the case, or the one wished for where it is free. The case's lock makes this safe. */
async function takeNumber(ctx: TxCtx, caseId: string, wished: number | undefined): Promise<number> {
  const [row] = await ctx.tx.$queryRaw<{ number: number }[]>`
    WITH taken AS (
      SELECT CASE WHEN ${wished ?? null}::int >= 1 AND NOT EXISTS (
          SELECT 1 FROM claim c WHERE c.team_id = k.team_id AND c.case_id = k.id AND c.number = ${wished ?? null}::int)
        THEN ${wished ?? null}::int ELSE k.next_claim_number END AS number
      FROM "case" k WHERE k.team_id = ${ctx.teamId}::uuid AND k.id = ${caseId}::uuid)
    UPDATE "case" SET next_claim_number = greatest(next_claim_number, taken.number + 1) FROM taken
    WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid RETURNING taken.number`;
  if (!row) throw notFound("case");
  return row.number;
}

async function insertClaim(
  ctx: TxCtx,
  input: Input & { number: number },
  { articleId, quote, attribution, tags }: Parts,
  imported: ImportedClaim | undefined,
): Promise<string> {
  const { teamId } = ctx;
  const { caseId, number, statement, place = null, note = "" } = input;
  const { steps, outlet } = attribution;
  const status = imported?.status ?? "draft";
  const { id } = await ctx.tx.claim.create({
    data: {
      teamId,
      caseId,
      number,
      statement,
      articleId,
      outletId: outlet?.id ?? null,
      ...reportedColumns(input.reportedOn ?? null),
      ...occurredColumns(input.occurredOn ?? null),
      place,
      note,
      tags,
      status,
      statusBefore: status === "retracted" ? "draft" : null,
      extra: imported?.extra ?? {},
      importedId: imported?.importedId ?? null,
      searchText: searchTextOf({ statement, quote, steps, place, note, tags }),
      createdById: ctx.actor.userId,
    },
    select: { id: true },
  });
  if (articleId && quote) await writeQuote(ctx, id, articleId, quote);
  await writeSteps(ctx, id, steps);
  return id;
}
