import { canRecordClaim } from "@/features/claim/policy";
import { AssignToMe } from "@/features/conflict/components/assign-conflict";
import { ConflictRow } from "@/features/conflict/components/conflict-row";
import { QueueFilter } from "@/features/conflict/components/queue-filter";
import { WalkByKeys } from "@/features/conflict/components/walk-by-keys";
import { loadConflicts } from "@/features/conflict/loaders";
import { canAssignConflict } from "@/features/conflict/policy";
import { choiceOf, isNarrowed, queueQuery } from "@/features/conflict/rules/queue-address";
import { loadOutlets } from "@/features/outlet/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { Kbd } from "@/ui/kbd";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { loadDeciders, WhoDecides } from "../_desk/who-decides";

export const metadata = { title: "Conflicts" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ConflictsPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const asked = await searchParams;
  const choice = choiceOf(asked);
  const cursor = typeof asked.cursor === "string" ? asked.cursor : undefined;
  const [{ actor }, outlets, people, { items, nextCursor }] = await Promise.all([
    pageCtx(team),
    loadOutlets(team, undefined, undefined, caseId),
    loadDeciders(team),
    loadConflicts(team, caseId, queueQuery(choice, cursor)),
  ]);
  const base = `/${team}/cases/${caseId}`;
  const here = `${base}/conflicts`;
  const decides = canAssignConflict(actor);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Conflicts"
        meta="Claims that cannot all be true: what is most pressing to decide stands first."
      />
      <QueueFilter
        choice={choice}
        outlets={outlets.items}
        others={people.filter(({ id }) => id !== actor.userId)}
        decides={decides}
      />
      {items.length === 0 ? (
        <NoConflicts here={here} base={base} filtered={isNarrowed(choice)} writes={canRecordClaim(actor)} />
      ) : (
        <WalkByKeys thing="conflict">
          {decides ? <AssignToMe team={team} caseId={caseId} me={actor.userId} /> : null}
          {items.map((conflict) => (
            <ConflictRow
              key={conflict.key}
              conflict={conflict}
              base={base}
              decider={<WhoDecides team={team} caseId={caseId} conflict={conflict} people={people} actor={actor} />}
            />
          ))}
          <Pagination
            previous={cursor ? here + queueQuery(choice) : null}
            next={nextCursor ? here + queueQuery(choice, nextCursor) : null}
          />
        </WalkByKeys>
      )}
    </div>
  );
}

type NoConflictsProps = { here: string; base: string; filtered: boolean; writes: boolean };

function NoConflicts({ here, base, filtered, writes }: NoConflictsProps) {
  if (filtered) {
    return (
      <EmptyState title="No conflict is like that" action={<LinkButton href={here}>Show all conflicts</LinkButton>}>
        What the queue is narrowed by holds for none of the case’s conflicts.
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
