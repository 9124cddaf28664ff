import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { formatVagueDate } from "@/dates/format-vague-date";
import { EditArticle } from "@/features/article/components/edit-article";
import { languageName } from "@/features/article/components/languages";
import { ReadingFrame, ReadingMenu } from "@/features/article/components/reading-frame";
import { loadArticle } from "@/features/article/loaders";
import { canChangeArticle } from "@/features/article/policy";
import { parseReading, READING_COOKIE } from "@/features/article/rules/reading-settings";
import { ArticleSummary } from "@/features/article/schema";
import { countQuoteReview, loadClaimsOfArticle } from "@/features/claim/loaders";
import { canRecordClaim } from "@/features/claim/policy";
import { loadOutletNames } from "@/features/outlet/loaders";
import { loadRelationsOfArticle } from "@/features/relation/loaders";
import { pageCtx } from "@/platform/auth/session";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { outletOptions } from "../../../../outlet-options";
import { CommentsOf } from "../../_desk/comments-of";
import { knownOutlets } from "../../_desk/known-outlets";
import { BesideArticle } from "./beside-article";
import { ReaderDesk } from "./reader-desk";

type Props = {
  params: Promise<{ team: string; caseId: string; articleId: string }>;
  searchParams: Promise<{ at?: string; beside?: string; besideAt?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, caseId, articleId } = await params;
  return { title: (await loadArticle(team, caseId, articleId)).title };
}

export default async function ReaderPage({ params, searchParams }: Props) {
  const { team, caseId, articleId } = await params;
  const { at, beside, besideAt } = await searchParams;
  const [{ actor }, article, claims, relations, names, toDecide] = await Promise.all([
    pageCtx(team),
    loadArticle(team, caseId, articleId),
    loadClaimsOfArticle(team, articleId),
    loadRelationsOfArticle(team, articleId),
    loadOutletNames(team),
    countQuoteReview(team, articleId),
  ]);
  const base = `/${team}/cases/${caseId}`;
  return (
    <ReadingFrame
      initial={parseReading((await cookies()).get(READING_COOKIE)?.value)}
      className="mx-auto max-w-[88rem] px-4 py-5 md:px-6"
    >
      <PageHeader
        title={<SourceText lang={article.language}>{article.title}</SourceText>}
        meta={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <SourceText className="font-medium text-ink">{article.outlet.name}</SourceText>
            {article.author ? <SourceText>{article.author}</SourceText> : null}
            {article.publishedOn ? <span>{formatVagueDate(article.publishedOn)}</span> : null}
            <span>{languageName(article.language) ?? "language unknown"}</span>
            <Link className="link" href={`${base}/articles/${articleId}/versions`}>
              version {article.versions[0]?.ordinal}, read{" "}
              <RelativeTime at={article.versions[0]?.capturedAt ?? article.createdAt} show="date" />
            </Link>
            {article.url ? (
              <a className="link" href={article.url} rel="noreferrer noopener" target="_blank">
                original
              </a>
            ) : null}
            {article.repeats ? (
              <span>
                repeats{" "}
                <Link className="link" href={`${base}/articles/${article.repeats.id}`}>
                  <bdi>{article.repeats.title}</bdi>
                </Link>{" "}
                (<bdi>{article.repeats.outlet}</bdi>)
              </span>
            ) : null}
            {article.text === null ? <Badge tone="caution">text not held</Badge> : null}
            {toDecide > 0 ? (
              <Link href={`${base}/articles/${articleId}/versions`}>
                <Badge tone="danger">
                  {toDecide === 1 ? "one quote" : `${toDecide} quotes`} changed or lost: decide
                </Badge>
              </Link>
            ) : null}
          </span>
        }
        actions={
          <>
            <ReadingMenu />
            {canChangeArticle(actor) ? (
              <EditArticle
                team={team}
                article={ArticleSummary.parse(article)}
                outlets={outletOptions(names)}
                trigger={<Button icon={<Pencil />}>Details</Button>}
              />
            ) : null}
          </>
        }
      />
      {article.text === null ? (
        <p className="max-w-reading text-ink-2">
          A sheet named this article, but its text was never brought in. Its quotes cannot be checked until the same
          text is added.
        </p>
      ) : null}
      <ReaderDesk
        team={team}
        caseId={caseId}
        userId={actor.userId}
        canWrite={canRecordClaim(actor) && article.text !== null}
        article={article}
        claims={claims}
        relations={relations}
        outlets={knownOutlets(names)}
        at={at ? Number(at) : null}
        beside={
          beside ? (
            <BesideArticle
              team={team}
              caseId={caseId}
              articleId={beside}
              at={besideAt ? Number(besideAt) : null}
              base={base}
            />
          ) : null
        }
      />
      <div className="mt-10 max-w-reading">
        <CommentsOf team={team} caseId={caseId} type="article" ids={[articleId]} />
      </div>
    </ReadingFrame>
  );
}
