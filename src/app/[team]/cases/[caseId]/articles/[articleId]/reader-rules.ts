import type { Span } from "@/anchoring/selectors";
import type { Article } from "@/features/article/schema";
import type { Claim } from "@/features/claim/schema";
import type { RelationOfClaim } from "@/features/relation/schema";

/** The words that the composer holds, with where they come from. */
export function sourceOf({ id: articleId, text, language, publishedOn }: Article, span: Span | null) {
  if (!span || text === null) return null;
  return { articleId, language, publishedOn, quote: { ...span, exact: text.slice(span.start, span.end) } };
}

/** Where the focused claim's first counterpart in another article stands. */
export function otherArticle(relations: RelationOfClaim[], focused: Claim | null, articleId: string) {
  for (const { claimId, counterpart } of relations) {
    const { article, number } = counterpart;
    if (claimId === focused?.id && article && article.id !== articleId) return { articleId: article.id, number };
  }
  return null;
}
