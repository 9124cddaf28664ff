import type { Span } from "@/anchoring/selectors";
import type { Article } from "@/features/article/schema";
import { newDraft, type OpenComposer } from "./use-composer";

type Situation = { article: Article; span: Span };

/** How the composer opens over selected words: the words themselves as the statement, the article's date as reported. */
export function proposeDraft({ article, span }: Situation): Omit<OpenComposer, "claimId"> {
  const statement = (article.text ?? "").slice(span.start, span.end).replace(/\s+/g, " ");
  return {
    span,
    draft: newDraft({ statement, reportedOn: article.publishedOn ?? "" }),
    proposed: { attribution: null, occurredOn: null },
  };
}
