import { NoticeList } from "@/features/case/components/notice-list";
import { loadNotices } from "@/features/case/loaders";
import { freshenFindings } from "@/features/conflict/loaders";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { subjectHref } from "../../cases/[caseId]/subject-href";

export const metadata = { title: "Inbox" };

type Props = { params: Promise<{ team: string }>; searchParams: Promise<{ cursor?: string }> };

export default async function InboxPage({ params, searchParams }: Props) {
  const { team } = await params;
  const { cursor } = await searchParams;
  await freshenFindings(team);
  const { items, nextCursor } = await loadNotices(team, cursor);
  const here = `/${team}/inbox`;
  const notices = items.map((notice) => {
    const { type, id, label } = notice.subject;
    const address = subjectHref(team, notice.case.id)({ type, id, label });
    const number = /\d+/.exec(label)?.[0];
    const talk = notice.kind === "mentioned" || notice.kind === "answered";
    const place = type === "conflict" && number ? `/${team}/cases/${notice.case.id}/conflicts/${number}` : address;
    return { ...notice, href: place && talk && !place.includes("#") ? `${place}#comments` : place };
  });
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Inbox"
        meta="Who mentioned or answered you, asks you to decide, or ruled otherwise than you judged; which of your findings went stale."
      />
      {notices.length === 0 ? (
        <EmptyState title="Nothing for you yet">
          Here it says when somebody names you in a comment, answers you, asks you to decide a conflict, or rules
          otherwise than you judged, and when what a finding of yours rests on has changed.
        </EmptyState>
      ) : (
        <NoticeList team={team} notices={notices} />
      )}
      <Pagination
        previous={cursor ? here : null}
        next={nextCursor ? `${here}?cursor=${encodeURIComponent(nextCursor)}` : null}
      />
    </div>
  );
}
