import { loadArticle } from "@/features/article/loaders";
import { loadClaimsOfArticle } from "@/features/claim/loaders";
import { LinkButton } from "@/ui/link-button";
import { SourceText } from "@/ui/source-text";
import { BesideText } from "./beside-text";

type Props = { team: string; caseId: string; articleId: string; at: number | null; base: string };

/** The counterpart's article beside the open one, at the counterpart's words. */
export async function BesideArticle({ team, caseId, articleId, at, base }: Props) {
  const [article, claims] = await Promise.all([
    loadArticle(team, caseId, articleId),
    loadClaimsOfArticle(team, articleId),
  ]);
  const spans = claims.flatMap(({ number, quote }) =>
    quote && quote.versionId === article.versionId && quote.start !== null && quote.end !== null
      ? [{ number, start: quote.start, end: quote.end }]
      : [],
  );
  return (
    <section
      aria-label={`Beside: ${article.title}`}
      className="sticky top-(--shell-top) max-h-[calc(100dvh-var(--shell-top)-var(--shell-bottom))] overflow-y-auto border-hairline max-xl:mt-8 max-xl:border-t max-xl:pt-4 lg:col-span-2 xl:col-span-1 xl:border-s xl:ps-6"
    >
      <header className="mb-4 flex items-start justify-between gap-3">
        <div>
          <h2 className="font-semibold text-base">
            <SourceText lang={article.language}>{article.title}</SourceText>
          </h2>
          <p className="text-ink-2 text-sm">
            <SourceText>{article.outlet.name}</SourceText> {article.publishedOn}
          </p>
        </div>
        <LinkButton size="sm" href={`${base}/articles/${article.id}${at ? `?at=${at}` : ""}`}>
          Open it
        </LinkButton>
      </header>
      <BesideText
        text={article.text ?? ""}
        blocks={article.blocks}
        language={article.language}
        direction={article.direction}
        spans={spans}
        at={at}
      />
    </section>
  );
}
