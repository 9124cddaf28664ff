import { locateQuote, makeSelector } from "@/anchoring/selectors";
import { getVersion } from "@/features/article/queries";
import type { TxCtx } from "@/platform/context";
import { AppError, invalid, refuse } from "@/platform/errors";
import { refuseLocation } from "../rules/quote-problem";
import type { Quote, QuoteInput } from "../schema";

/**
 * The quote as it is stored: found in the version's text to the character, with the surroundings that the text has, not
 * those the caller sent. Only an import may quote a version whose text is not held; such a quote is orphaned.
 */
export async function locateInVersion(
  ctx: TxCtx,
  articleId: string,
  quote: QuoteInput,
  { unheldAllowed = false } = {},
): Promise<Quote> {
  return locateInText(await versionOf(ctx, articleId, quote.versionId), quote, { unheldAllowed });
}

/** The same in a version that is at hand. */
export function locateInText(
  version: { id: string; text: string | null },
  quote: QuoteInput,
  { unheldAllowed = false } = {},
): Quote {
  if (version.text === null) {
    if (!unheldAllowed)
      throw invalid("quote.versionId", "is a version whose text is not held, so nothing can be quoted");
    const { exact, prefix = "", suffix = "", start = null, end = null } = quote;
    return { exact, prefix, suffix, start, end, state: "orphaned", versionId: version.id };
  }
  const location = locateQuote(version.text, asQuery(quote));
  refuse(refuseLocation(location));
  if (location.kind !== "found") throw new Error("a quote that was not found went unrefused");
  return { ...makeSelector(version.text, location.start, location.end), state: "exact", versionId: version.id };
}

async function versionOf(ctx: TxCtx, articleId: string, versionId: string | undefined) {
  try {
    return await getVersion(ctx, articleId, versionId);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") {
      throw invalid("quote.versionId", "is not a version of this article");
    }
    throw error;
  }
}

function asQuery({ exact, prefix, suffix, start, end }: QuoteInput) {
  return {
    exact,
    ...(prefix !== undefined && { prefix }),
    ...(suffix !== undefined && { suffix }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  };
}
