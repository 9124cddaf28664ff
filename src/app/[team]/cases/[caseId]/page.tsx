import { Suspense } from "react";
import { ActivityList } from "@/features/activity/components/activity-list";
import { loadLatestActivity } from "@/features/activity/loaders";
import { canAddArticle } from "@/features/article/policy";
import { CaseCountsRow } from "@/features/case/components/case-counts";
import { EditCase } from "@/features/case/components/edit-case";
import { FirstSteps } from "@/features/case/components/first-steps";
import { loadCase } from "@/features/case/loaders";
import { canChangeCase, canChangeRules } from "@/features/case/policy";
import { loadConflicts } from "@/features/conflict/loaders";
import { pageCtx } from "@/platform/auth/session";
import { Badge } from "@/ui/badge";
import { ShortcutLink } from "@/ui/keys/shortcut-link";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/relative-time";
import { SourceText } from "@/ui/source-text";
import { Stat } from "@/ui/stat";
import { subjectHref } from "./subject-href";

const LATEST = 12;

type Props = { params: Promise<{ team: string; caseId: string }> };

export default async function CasePage({ params }: Props) {
  const { team, caseId } = await params;
  const [{ actor }, subject, activity] = await Promise.all([
    pageCtx(team),
    loadCase(team, caseId),
    loadLatestActivity(team, caseId),
  ]);
  const home = `/${team}/cases/${caseId}`;
  const { title, description, demo, blind, counts } = subject;
  const writes = canAddArticle(actor);
  return (
    <div className="mx-auto flex max-w-page flex-col gap-7 px-4 py-5 md:px-6">
      <div>
        <PageHeader
          title={<SourceText>{title}</SourceText>}
          meta={
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {demo ? <Badge>demonstration</Badge> : null}
              {blind ? <Badge tone="accent">blind</Badge> : null}
              <span>
                opened <RelativeTime at={subject.createdAt} />
              </span>
            </span>
          }
          actions={
            <>
              {canChangeCase(actor) ? (
                <EditCase team={team} subject={subject} rulesLocked={!canChangeRules(actor)} />
              ) : null}
              {writes && counts.articles > 0 ? (
                <ShortcutLink href={`${home}/articles/new`} keys="n" label="Add an article" variant="primary" />
              ) : null}
            </>
          }
        />
        {description ? (
          <p dir="auto" className="max-w-reading whitespace-pre-wrap text-base text-ink-2">
            {description}
          </p>
        ) : null}
        {demo ? (
          <p className="mt-3 max-w-reading text-ink-3 text-sm">
            This case is a demonstration: its briefs were written for it, after what the named outlets reported.
            {writes ? " Change whatever you like, or open a case of your own." : null}
          </p>
        ) : null}
      </div>
      <CaseCountsRow home={home} outlets={`/${team}/outlets?case=${caseId}`} counts={counts}>
        <Suspense fallback={<Stat value="…" label="conflicts" />}>
          <ConflictCount team={team} caseId={caseId} />
        </Suspense>
      </CaseCountsRow>
      {writes ? <FirstSteps home={home} counts={counts} /> : null}
      <section aria-labelledby="latest">
        <div className="mb-2 flex items-baseline justify-between gap-4">
          <h2 id="latest" className="font-semibold text-base">
            What happened last
          </h2>
          <LinkButton href={`${home}/history`} size="sm" variant="ghost">
            All of the history
          </LinkButton>
        </div>
        <ActivityList
          brief
          label="What happened last"
          items={activity.items.slice(0, LATEST)}
          hrefOf={subjectHref(team, caseId)}
        />
      </section>
    </div>
  );
}

/** Conflicts are derived from all relations of the case: the page does not wait for them. */
async function ConflictCount({ team, caseId }: { team: string; caseId: string }) {
  const { items, nextCursor } = await loadConflicts(team, caseId);
  const count = nextCursor ? `${items.length}+` : items.length;
  return (
    <Stat value={count} label={count === 1 ? "conflict" : "conflicts"} href={`/${team}/cases/${caseId}/conflicts`} />
  );
}
