import type { Metadata } from "next";
import { Suspense } from "react";
import { ActivityList } from "@/features/activity/components/activity-list";
import { loadHistory } from "@/features/activity/loaders";
import { loadArticle } from "@/features/article/loaders";
import { loadCase } from "@/features/case/loaders";
import { Assessments } from "@/features/claim/components/assessments";
import { ClaimFacts } from "@/features/claim/components/claim-facts";
import { QuoteInContext } from "@/features/claim/components/quote-in-context";
import { loadClaim, loadNeighbours } from "@/features/claim/loaders";
import { canAssessClaim, canChangeClaim } from "@/features/claim/policy";
import { quoteContext } from "@/features/claim/rules/quote-context";
import type { Claim } from "@/features/claim/schema";
import { ConfirmedNote } from "@/features/conflict/components/confirmed-note";
import { loadConflictsOfClaim } from "@/features/conflict/loaders";
import { loadOutletNames } from "@/features/outlet/loaders";
import { loadRelationsOfClaim } from "@/features/relation/loaders";
import { canRule } from "@/features/relation/policy";
import { offerWaysBack } from "@/features/undo/components/ways-back";
import { pageCtx } from "@/platform/auth/session";
import { Badge } from "@/ui/badge";
import { LinkButton } from "@/ui/link-button";
import { CommentsOf, commentsOfPairs } from "../../_desk/comments-of";
import { knownOutlets } from "../../_desk/known-outlets";
import { WarningsOf } from "../../_desk/warnings-of";
import { subjectHref } from "../../subject-href";
import { AkinTo } from "./akin-to";
import { ClaimDesk } from "./claim-desk";
import { ConflictNotice } from "./conflict-notice";
import { OwnReportingOf } from "./own-reporting-of";

type Params = Promise<{ team: string; caseId: string; number: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { team, caseId, number } = await params;
  return { title: (await loadClaim(team, caseId, number)).claim };
}

export default async function ClaimPage({ params }: { params: Params }) {
  const { team, caseId, number } = await params;
  const claim = await loadClaim(team, caseId, number);
  const [{ actor }, relations, conflicts, history, neighbours, names, { blind }] = await Promise.all([
    pageCtx(team),
    loadRelationsOfClaim(team, claim.id),
    loadConflictsOfClaim(team, claim.id),
    loadHistory(team, caseId, claim.id),
    loadNeighbours(team, caseId, claim.number),
    loadOutletNames(team),
    loadCase(team, caseId),
  ]);
  const talks = await commentsOfPairs(
    team,
    caseId,
    relations.map(({ id }) => id),
  );
  const home = `/${team}/cases/${caseId}`;
  return (
    <ClaimDesk
      key={claim.id}
      team={team}
      caseId={caseId}
      userId={actor.userId}
      rights={{ write: canChangeClaim(actor), rule: canRule(actor) }}
      claim={claim}
      relations={relations}
      talks={talks}
      neighbours={neighbours}
      outlets={knownOutlets(names)}
      quote={<QuoteOf team={team} caseId={caseId} claim={claim} />}
      aside={
        <div className="flex flex-col gap-6">
          {conflicts[0] ? <ConflictNotice conflict={conflicts[0]} claim={claim.number} home={home} /> : null}
          <WarningsOf team={team} caseId={caseId} claims={[claim.number]} />
          <ClaimFacts
            claim={claim}
            hrefs={{
              outlet: (id) => `/${team}/outlets/${id}`,
              article: claim.article && `${home}/articles/${claim.article.id}?at=${claim.number}`,
              tag: (tag) => `${home}/claims?${new URLSearchParams({ tag })}`,
            }}
          />
          <OwnReportingOf team={team} claim={claim} relations={relations} />
          <section aria-labelledby="grades">
            <h2 id="grades" className="mb-2 scroll-mt-16 font-semibold text-base">
              Grades
            </h2>
            <Assessments
              team={team}
              claim={claim}
              userId={actor.userId}
              canAssess={canAssessClaim(actor)}
              blind={blind}
              confirmedNote={<ConfirmedNote team={team} claimId={claim.id} />}
            />
          </section>
        </div>
      }
      akin={
        <Suspense fallback={null}>
          <AkinTo
            team={team}
            base={home}
            claim={claim}
            relations={relations}
            canRelate={canChangeClaim(actor) && claim.status !== "retracted"}
          />
        </Suspense>
      }
      comments={
        <Suspense fallback={null}>
          <CommentsOf team={team} caseId={caseId} type="claim" ids={[claim.id]} />
        </Suspense>
      }
      history={
        <section aria-labelledby="history">
          <h2 id="history" className="mb-1.5 font-semibold text-base">
            History
          </h2>
          <ActivityList
            label={`History of ${claim.claim}`}
            items={history.items}
            hrefOf={subjectHref(team, caseId)}
            actionOf={offerWaysBack({ team, actor, items: history.items })}
          />
          {history.nextCursor ? (
            <p className="py-2 text-ink-3 text-sm">Older changes stand in the history of the case.</p>
          ) : null}
        </section>
      }
    />
  );
}

type QuoteOfProps = { team: string; caseId: string; claim: Claim };

/** The words that the claim stands on, in their paragraph where the text is at hand. */
async function QuoteOf({ team, caseId, claim }: QuoteOfProps) {
  const { quote, article } = claim;
  if (!quote || !article) {
    return (
      <p className="text-ink-3 text-sm">No words of an article stand behind this claim: it was entered by hand.</p>
    );
  }
  const text = await loadArticle(team, caseId, article.id);
  return (
    <section aria-label="The words it stands on">
      <QuoteInContext context={quoteContext(quote, text)} lang={text.language} className="reading max-w-reading" />
      <p className="mt-2 flex flex-wrap items-center gap-2 text-sm">
        <LinkButton size="sm" keys="o" href={`/${team}/cases/${caseId}/articles/${article.id}?at=${claim.number}`}>
          Read it in the article
        </LinkButton>
        {quote.state === "exact" ? null : (
          <>
            <Badge tone="caution">{quote.state}</Badge>
            <span className="text-ink-2">{STATES[quote.state]}</span>
          </>
        )}
      </p>
    </section>
  );
}

const STATES = {
  moved: "The same words stand elsewhere in the newest version of the text.",
  changed: "The newest version of the text has other words here. Read it again.",
  orphaned: "The words were not found in a text that is held.",
};
