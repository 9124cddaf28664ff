import type { TxCtx } from "@/platform/context";
import { type StoredStep, storedStep } from "../rules/attribution";
import { searchText } from "../rules/search-text";
import { adoptTags } from "../rules/tags";
import type { Claim, Quote } from "../schema";

/** Writes a claim's quote, or takes it away. */
export async function writeQuote(ctx: TxCtx, claimId: string, articleId: string, quote: Quote | null): Promise<void> {
  const { teamId } = ctx;
  if (quote === null) {
    await ctx.tx.quote.deleteMany({ where: { teamId, claimId } });
    return;
  }
  await ctx.tx.quote.upsert({
    where: { teamId_claimId: { teamId, claimId } },
    create: { teamId, claimId, articleId, ...quote },
    update: quote,
  });
}

/** Writes a claim's chain anew. */
export async function writeSteps(ctx: TxCtx, claimId: string, steps: readonly StoredStep[]): Promise<void> {
  const { teamId } = ctx;
  await ctx.tx.attributionStep.deleteMany({ where: { teamId, claimId } });
  if (steps.length === 0) return;
  await ctx.tx.attributionStep.createMany({
    data: steps.map((step, position) => ({ teamId, claimId, position, ...storedStep(step) })),
  });
}

/** The tags in the spelling that the case already uses. Most are known as they are, which an index tells. */
export async function spellTags(ctx: TxCtx, caseId: string, tags: readonly string[]): Promise<string[]> {
  if (tags.length === 0) return [];
  const spellings = await findTagSpellings(ctx, caseId, tags);
  return adoptTags(tags, [...spellings.values()].flat());
}

/** How the case spells these tags, by their lower case. */
export async function findTagSpellings(
  ctx: TxCtx,
  caseId: string,
  tags: readonly string[],
): Promise<Map<string, string[]>> {
  const lower = [...new Set(tags.map((tag) => tag.trim().toLowerCase()))];
  if (lower.length === 0) return new Map();
  const rows = await ctx.tx.$queryRaw<{ key: string; spellings: string[] }[]>`
    SELECT lower(t.tag) AS key, array_agg(DISTINCT t.tag) AS spellings
    FROM claim c CROSS JOIN LATERAL unnest(c.tags) AS t(tag)
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid
      AND lower_tags(c.tags) && ${lower}::text[] AND lower(t.tag) = ANY(${lower}::text[])
    GROUP BY lower(t.tag)`;
  return new Map(rows.map(({ key, spellings }) => [key, spellings]));
}

type Searchable = Pick<Claim, "statement" | "place" | "note" | "tags"> & {
  quote: Pick<Quote, "exact"> | null;
  steps: readonly Pick<Claim["steps"][number], "kind" | "name">[];
};

export const searchTextOf = ({ quote, steps, ...claim }: Searchable): string =>
  searchText({
    ...claim,
    quote: quote?.exact ?? null,
    sources: steps.filter(({ kind }) => kind === "source").map(({ name }) => name),
  });
