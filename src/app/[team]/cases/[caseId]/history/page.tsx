import { ActivityList } from "@/features/activity/components/activity-list";
import { CheckHistory } from "@/features/activity/components/check-history";
import { loadLatestActivity } from "@/features/activity/loaders";
import { offerWaysBack } from "@/features/undo/components/ways-back";
import { pageCtx } from "@/platform/auth/session";
import { buttonClasses } from "@/ui/button-classes";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { subjectHref } from "../subject-href";

export const metadata = { title: "History" };

type Props = { params: Promise<{ team: string; caseId: string }>; searchParams: Promise<{ cursor?: string }> };

export default async function HistoryPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const { cursor } = await searchParams;
  const [{ actor }, { items, nextCursor }] = await Promise.all([
    pageCtx(team),
    loadLatestActivity(team, caseId, cursor),
  ]);
  const here = `/${team}/cases/${caseId}/history`;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="History"
        meta="Every change of this case, newest first. Rows are never altered: each carries the fingerprint of the one before."
        actions={
          <a
            className={buttonClasses({ variant: "ghost" })}
            href={`/api/v1/cases/${caseId}/activity/export?team=${team}`}
            download
          >
            Download the record
          </a>
        }
      />
      <p className="mb-4">
        <CheckHistory team={team} caseId={caseId} />
      </p>
      <ActivityList
        label="History of the case"
        items={items}
        hrefOf={subjectHref(team, caseId)}
        actionOf={offerWaysBack({ team, actor, items })}
      />
      <Pagination previous={cursor ? here : null} next={nextCursor ? `${here}?cursor=${nextCursor}` : null}>
        {items.length > 0 ? `Changes ${items.at(-1)?.seq} to ${items[0]?.seq}` : null}
      </Pagination>
    </div>
  );
}
