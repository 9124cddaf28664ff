import type { z } from "zod";
import { recordActivities } from "@/features/activity/commands/record-activities";
import { lockCase } from "@/features/case/commands/lock-case";
import { findOutlets } from "@/features/outlet/queries";
import type { TxCtx } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { newId } from "@/platform/new-id";
import { assessesAsLead, canRecordClaim } from "../policy";
import { type Attribution, type KnownOutlet, resolveAttribution } from "../rules/attribution";
import { claimLabel } from "../rules/claim-number";
import { mergeGrades, NO_GRADES, saysNothing } from "../rules/own-grades";
import { standingGrades } from "../rules/standing-grades";
import { adoptAmong } from "../rules/tags";
import { toldOfClaim } from "../rules/told-of-claim";
import type { Quote, RecordClaim } from "../schema";
import { insertClaims, type NewClaim } from "./insert-claims";
import { locateInText } from "./locate-quote";
import type { ImportedClaim } from "./record-claim";
import { findTagSpellings, searchTextOf } from "./write-parts";

export type ClaimEntry = { input: z.output<typeof RecordClaim>; imported: ImportedClaim };

/**
 * Records many claims of a sheet at once: what `recordClaim` would record one by one, in a fixed number of queries.
 * All or none: throws the first refusal. Outlets, articles and versions that the entries name are there already. `tags`
 * keeps how the case spells them from one call of a transaction to the next.
 */
export async function recordClaims(
  ctx: TxCtx,
  caseId: string,
  entries: readonly ClaimEntry[],
  tags: Map<string, string[]> = new Map(),
): Promise<string[]> {
  if (!canRecordClaim(ctx.actor)) throw forbidden();
  await lockCase(ctx, caseId);
  const found = { ...(await findParts(ctx, caseId, entries)), tags };
  await learnSpellings(ctx, caseId, entries, tags);
  const numbers = await takeNumbers(
    ctx,
    caseId,
    entries.map(({ imported }) => imported.number),
  );
  const claims = entries.map((entry, index) => prepare(ctx, entry, numbers[index] ?? 0, found));
  await insertClaims(ctx, caseId, claims);
  await recordActivities(
    ctx,
    caseId,
    claims.map(({ id, number, told }) => ({
      verb: "claim.recorded",
      subject: { type: "claim" as const, id, label: claimLabel(number) },
      after: told,
    })),
  );
  return claims.map(({ id }) => id);
}

type Found = {
  outlets: Map<string, KnownOutlet>;
  articles: Map<string, { title: string; outlet: KnownOutlet }>;
  versions: Map<string, { id: string; articleId: string; text: string | null }>;
  /** The spellings of tags that the case uses, those of this batch included as they come. */
  tags: Map<string, string[]>;
};

async function learnSpellings(
  ctx: TxCtx,
  caseId: string,
  entries: readonly ClaimEntry[],
  known: Map<string, string[]>,
): Promise<void> {
  const asked = entries.flatMap(({ input }) => input.tags ?? []).filter((tag) => !known.has(tag.trim().toLowerCase()));
  for (const [key, spellings] of await findTagSpellings(ctx, caseId, asked)) known.set(key, spellings);
}

async function findParts(ctx: TxCtx, caseId: string, entries: readonly ClaimEntry[]): Promise<Omit<Found, "tags">> {
  const names = new Set(
    entries.flatMap(({ input }) => [...(input.attribution ?? []), ...(input.outlet ? [input.outlet] : [])]),
  );
  const articleIds = [...new Set(entries.flatMap(({ input }) => input.articleId ?? []))];
  const versionIds = [...new Set(entries.flatMap(({ input }) => input.quote?.versionId ?? []))];
  const articles = await ctx.tx.$queryRaw<{ id: string; title: string; outletId: string; outlet: string }[]>`
    SELECT a.id::text, a.title, o.id::text AS "outletId", o.name AS outlet
    FROM article a JOIN outlet o ON o.team_id = a.team_id AND o.id = a.outlet_id
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid AND a.id = ANY(${articleIds}::uuid[])`;
  const versions = await ctx.tx.$queryRaw<{ id: string; articleId: string; text: string | null }[]>`
    SELECT id::text, article_id::text AS "articleId", text FROM article_version
    WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${versionIds}::uuid[])`;
  return {
    outlets: await findOutlets(ctx, [...names]),
    articles: new Map(
      articles.map(({ id, title, outletId, outlet }) => [id, { title, outlet: { id: outletId, name: outlet } }]),
    ),
    versions: new Map(versions.map((version) => [version.id, version])),
  };
}

type Prepared = NewClaim & { told: object };

function prepare(ctx: TxCtx, { input, imported }: ClaimEntry, number: number, found: Found): Prepared {
  const { statement, place = null, note = "", reportedOn = null, occurredOn = null } = input;
  const article = input.articleId ? found.articles.get(input.articleId) : undefined;
  if (input.articleId && !article) throw invalid("articleId", "is not an article of this case");
  const quote = input.quote ? locate(input, found) : null;
  const { steps, outlet } = credit(input, imported, article?.outlet ?? null, found);
  const tags = adoptAmong(input.tags ?? [], found.tags);
  const grades = mergeGrades(NO_GRADES, input);
  const { spread: _, ...standing } = standingGrades([
    { ...grades, lead: assessesAsLead(ctx.actor), updatedAt: new Date() },
  ]);
  const status = imported.status ?? "draft";
  const dates = { reportedOn, occurredOn };
  const told = toldOfClaim({
    statement,
    article: article ?? null,
    quote,
    attribution: steps.map(({ name }) => name),
    outlet,
    reportedOn: reportedOn?.edtf ?? null,
    reportedOnWords: reportedOn?.words ?? null,
    occurredOn: occurredOn?.edtf ?? null,
    occurredOnWords: occurredOn?.words ?? null,
    place,
    tags,
    note,
    status,
  });
  return {
    id: newId(),
    number,
    statement,
    articleId: input.articleId ?? null,
    outletId: outlet?.id ?? null,
    ...dates,
    place,
    note,
    tags,
    status,
    ...standing,
    extra: imported.extra ?? {},
    importedId: imported.importedId ?? null,
    searchText: searchTextOf({ statement, quote, steps, place, note, tags }),
    quote,
    steps,
    grades: saysNothing(grades) ? null : grades,
    told: saysNothing(grades) ? told : { ...told, assessment: grades },
  };
}

function locate({ quote, articleId }: ClaimEntry["input"], { versions }: Found): Quote {
  const version = versions.get(quote?.versionId ?? "");
  if (!quote || !version || version.articleId !== articleId) {
    throw invalid("quote.versionId", "is not a version of this article");
  }
  return locateInText(version, quote, { unheldAllowed: true });
}

function credit(
  input: ClaimEntry["input"],
  imported: ImportedClaim,
  articleOutlet: KnownOutlet | null,
  { outlets }: Found,
): Attribution {
  const chain = input.attribution ?? [];
  const outlet = input.outlet ? outlets.get(input.outlet) : null;
  if (outlet === undefined) throw invalid("outlet", "is not an outlet of this team");
  const sources = imported.sources ?? [];
  const known = new Map(
    chain.flatMap((name) => {
      const found = sources.includes(name) ? undefined : outlets.get(name);
      return found ? [[name, found] as const] : [];
    }),
  );
  const attribution = resolveAttribution({ chain, outlet, typed: input.outlet ?? null, articleOutlet }, known);
  if ("refusal" in attribution) throw invalid(attribution.refusal.path, attribution.refusal.message);
  return attribution;
}

/** The numbers wished for, where they are free; the case's next ones for the rest. The case's lock makes this safe. */
async function takeNumbers(ctx: TxCtx, caseId: string, wishes: (number | undefined)[]): Promise<number[]> {
  const wished = wishes.filter((wish) => wish !== undefined);
  const taken = await ctx.tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid
      AND number = ANY(${wished}::int[])`;
  const [row] = await ctx.tx.$queryRaw<{ next: number }[]>`
    SELECT next_claim_number AS next FROM "case" WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  const used = new Set(taken.map(({ number }) => number));
  let next = Math.max(row?.next ?? 1, ...wished.map((wish) => wish + 1));
  const numbers = wishes.map((wish) => {
    const number = wish === undefined || used.has(wish) ? next++ : wish;
    used.add(number);
    return number;
  });
  await ctx.tx.$executeRaw`UPDATE "case" SET next_claim_number = ${next}
    WHERE team_id = ${ctx.teamId}::uuid AND id = ${caseId}::uuid`;
  return numbers;
}
