import type { Metadata } from "next";
import { ActivityList } from "@/features/activity/components/activity-list";
import { loadHistory } from "@/features/activity/loaders";
import { CustodyTable } from "@/features/article/components/custody-table";
import { NewVersion } from "@/features/article/components/new-version";
import { TextComparison } from "@/features/article/components/text-comparison";
import { loadArticle, loadComparison, loadCustody, loadIntakes } from "@/features/article/loaders";
import { canAddArticle } from "@/features/article/policy";
import { addVersionAction } from "@/features/claim/actions";
import { QuoteReviewList } from "@/features/claim/components/quote-review-list";
import { loadQuoteReview } from "@/features/claim/loaders";
import { canChangeClaim } from "@/features/claim/policy";
import { offerWaysBack } from "@/features/undo/components/ways-back";
import { pageCtx } from "@/platform/auth/session";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { SourceText } from "@/ui/source-text";
import { ComparedVersions } from "./compared-versions";

type Props = {
  params: Promise<{ team: string; caseId: string; articleId: string }>;
  searchParams: Promise<{ from?: string; to?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, caseId, articleId } = await params;
  return { title: `Versions of ${(await loadArticle(team, caseId, articleId)).title}` };
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const [{ team, caseId, articleId }, { from, to }] = await Promise.all([params, searchParams]);
  const article = await loadArticle(team, caseId, articleId);
  const [{ actor }, intakes, custody, reviews, compared, history] = await Promise.all([
    pageCtx(team),
    loadIntakes(team, caseId, articleId),
    loadCustody(team, articleId),
    loadQuoteReview(team, articleId, article.language),
    loadComparison(team, article, from, to),
    loadHistory(team, caseId, articleId),
  ]);
  const reader = `/${team}/cases/${caseId}/articles/${articleId}`;
  return (
    <div className="mx-auto flex max-w-page flex-col gap-8 px-4 py-5 md:px-6">
      <PageHeader
        title="Versions"
        meta={<SourceText lang={article.language}>{article.title}</SourceText>}
        actions={<LinkButton href={reader}>Read it</LinkButton>}
      />
      {reviews.length > 0 ? (
        <section aria-labelledby="quotes">
          <h2 id="quotes" className="font-semibold text-base">
            {reviews.length === 1 ? "One quote" : `${reviews.length} quotes`} to decide on
          </h2>
          <p className="text-ink-2 text-sm">
            The newest text says something else there. Nothing is taken over until somebody says so.
          </p>
          <QuoteReviewList
            team={team}
            reviews={reviews}
            language={article.language}
            canWrite={canChangeClaim(actor)}
            claimHref={`/${team}/cases/${caseId}/claims`}
          />
        </section>
      ) : null}
      {compared ? (
        <section aria-labelledby="changes" className="flex flex-col gap-3">
          <h2 id="changes" className="font-semibold text-base">
            What changed
          </h2>
          <ComparedVersions versions={article.versions} from={compared.from} to={compared.to} />
          <TextComparison
            found={compared.found}
            language={article.language}
            older={`Version ${compared.from}`}
            newer={`Version ${compared.to}`}
          />
        </section>
      ) : null}
      {canAddArticle(actor) ? (
        <section aria-labelledby="anew" className="flex flex-col gap-3">
          <h2 id="anew" className="font-semibold text-base">
            Read it anew
          </h2>
          <NewVersion
            team={team}
            caseId={caseId}
            articleId={articleId}
            url={article.url}
            newest={article.text}
            intakes={intakes}
            addVersion={addVersionAction}
          />
        </section>
      ) : null}
      <section aria-labelledby="custody" className="flex flex-col gap-3">
        <h2 id="custody" className="font-semibold text-base">
          Record of custody
        </h2>
        <CustodyTable team={team} custody={custody} />
      </section>
      <section aria-labelledby="history">
        <h2 id="history" className="mb-1.5 font-semibold text-base">
          History
        </h2>
        <ActivityList
          label="History of the article"
          items={history.items}
          actionOf={offerWaysBack({ team, actor, items: history.items })}
        />
      </section>
    </div>
  );
}
