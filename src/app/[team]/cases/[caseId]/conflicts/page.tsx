import { canRecordClaim } from "@/features/claim/policy";
import { ConflictRow } from "@/features/conflict/components/conflict-row";
import { OutletFilter } from "@/features/conflict/components/outlet-filter";
import { WalkByKeys } from "@/features/conflict/components/walk-by-keys";
import { loadConflicts } from "@/features/conflict/loaders";
import { loadOutletNames } from "@/features/outlet/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { Kbd } from "@/ui/kbd";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";

export const metadata = { title: "Conflicts" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<{ cursor?: string; outlet?: string }>;
};

export default async function ConflictsPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const { cursor, outlet = "" } = await searchParams;
  const [{ actor }, names] = await Promise.all([pageCtx(team), loadOutletNames(team)]);
  const outlets = [...new Map(names.map((each) => [each.outletId, { id: each.outletId, name: each.outlet }])).values()];
  const filter = outlets.some(({ id }) => id === outlet) ? outlet : "";
  const { items, nextCursor } = await loadConflicts(team, caseId, cursor, filter || undefined);
  const base = `/${team}/cases/${caseId}`;
  const here = `${base}/conflicts`;
  const address = (next?: string) => {
    const query = new URLSearchParams({ ...(filter && { outlet: filter }), ...(next && { cursor: next }) }).toString();
    return query ? `${here}?${query}` : here;
  };
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Conflicts"
        meta="Claims that cannot all be true, with what stands behind each side."
        actions={<OutletFilter outlets={outlets} value={filter} />}
      />
      {items.length === 0 ? (
        <NoConflicts here={here} base={base} filtered={filter !== ""} writes={canRecordClaim(actor)} />
      ) : (
        <WalkByKeys thing="conflict">
          {items.map((conflict) => (
            <ConflictRow key={conflict.key} conflict={conflict} base={base} />
          ))}
          <Pagination previous={cursor ? address() : null} next={nextCursor ? address(nextCursor) : null} />
        </WalkByKeys>
      )}
    </div>
  );
}

type NoConflictsProps = { here: string; base: string; filtered: boolean; writes: boolean };

function NoConflicts({ here, base, filtered, writes }: NoConflictsProps) {
  if (filtered) {
    return (
      <EmptyState
        title="This outlet is in no conflict"
        action={<LinkButton href={here}>Show the conflicts of all outlets</LinkButton>}
      >
        No claim that is attributed to it stands in a conflict.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No conflict in this case yet"
      action={writes ? <LinkButton href={`${base}/articles`}>To the articles</LinkButton> : undefined}
    >
      {writes ? (
        <>
          A conflict arises when somebody records that two claims contradict each other: read an article, stand on a
          claim, press <Kbd keys="x" /> and choose the other claim. Claims that agree with either side then join its
          camp.
        </>
      ) : (
        "A conflict arises when an analyst records that two claims contradict each other."
      )}
    </EmptyState>
  );
}
