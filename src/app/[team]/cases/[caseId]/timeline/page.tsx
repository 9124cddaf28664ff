import { WalkByKeys } from "@/features/conflict/components/walk-by-keys";
import { PictureLinks } from "@/features/overview/components/picture-links";
import { TimelineBrush } from "@/features/overview/components/timeline-brush";
import { TimelineChart } from "@/features/overview/components/timeline-chart";
import { TimelineControls } from "@/features/overview/components/timeline-controls";
import { TimelineDays } from "@/features/overview/components/timeline-days";
import { TimelineKey } from "@/features/overview/components/timeline-mark";
import { TimelineTable } from "@/features/overview/components/timeline-table";
import { loadTimeline } from "@/features/overview/loaders";
import {
  lookParams,
  readLook,
  type TimelineLook,
  type TimelineParams,
} from "@/features/overview/rules/timeline-address";
import { placeRows } from "@/features/overview/rules/timeline-rows";
import { padded, ticksOf } from "@/features/overview/rules/timeline-scale";
import type { Timeline } from "@/features/overview/schema";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";

export const metadata = { title: "Timeline" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<TimelineParams>;
};

export default async function TimelinePage({ params, searchParams }: Props) {
  const [{ team, caseId }, typed] = await Promise.all([params, searchParams]);
  const look = readLook(typed);
  const { by, from, to, cursor } = look;
  const timeline = await loadTimeline(team, caseId, { by, from, to, cursor });
  const { extent } = timeline;
  const base = `/${team}/cases/${caseId}`;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Timeline"
        meta={<Meta timeline={timeline} look={look} />}
        actions={
          <>
            <TimelineControls look={look} />
            <PictureLinks
              thing="timeline"
              address={`/api/v1/cases/${caseId}/timeline/picture`}
              params={{ by, from, to, team }}
            />
          </>
        }
      />
      {extent ? (
        <>
          <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
            <TimelineDays
              look={look}
              typed={typed}
              whole={`${base}/timeline${lookParams(look, { from: null, to: null })}`}
            />
            <TimelineKey />
          </div>
          <TimelineBrush
            bins={timeline.bins}
            extent={extent}
            chosen={from || to ? { from: from ?? extent.from, to: to ?? extent.to } : null}
            address={lookParams(look, { from: null, to: null })}
          />
          <Rows timeline={timeline} look={look} extent={extent} team={team} base={base} />
        </>
      ) : (
        <NothingDated base={base} />
      )}
    </div>
  );
}

const MANY = 300;

/** How much is shown; in a large case how to see it better. */
function Meta({ timeline: { claims, items, nextCursor }, look }: { timeline: Timeline; look: TimelineLook }) {
  const count = (number: number, noun: string) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const parts = [
    `Events ● against reports ○: ${count(claims.shown, "claim")} with a date${look.from || look.to ? " in these days" : ""}`,
  ];
  if (claims.undated > 0) parts.push(`${count(claims.undated, "claim")} without any`);
  if (look.by === "conflict") parts.push("of which those in conflict stand below");
  const many = nextCursor !== null && claims.shown > MANY;
  return (
    <p>
      {parts.join(", ")}.
      {many ? ` Narrow the range to see more than ${items.length} at a time in one look: drag across the bars.` : null}
    </p>
  );
}

type RowsProps = {
  timeline: Timeline;
  look: TimelineLook;
  extent: { from: string; to: string };
  team: string;
  base: string;
};

const GATHERED = { conflict: "Conflict", outlet: "Outlet", claim: null };

function Rows({ timeline, look, extent, team, base }: RowsProps) {
  const { items, contradictions, nextCursor } = timeline;
  const days = padded({ from: look.from ?? extent.from, to: look.to ?? extent.to });
  const placed = placeRows(timeline, days);
  const here = `${base}/timeline`;
  if (items.length === 0) return <NothingHere look={look} here={here} />;
  return (
    <WalkByKeys thing="claim">
      {look.view === "table" ? (
        <TimelineTable rows={placed.rows} contradictions={contradictions} base={base} gathered={GATHERED[look.by]} />
      ) : (
        <TimelineChart
          placed={placed}
          ticks={ticksOf(days)}
          base={base}
          groupHref={(key) => (look.by === "outlet" ? `/${team}/outlets/${key}` : `${base}/conflicts/${key}`)}
        />
      )}
      <Pagination
        previous={look.cursor ? here + lookParams(look, {}) : null}
        next={nextCursor ? here + lookParams(look, { cursor: nextCursor }) : null}
      />
    </WalkByKeys>
  );
}

function NothingHere({ look, here }: { look: TimelineLook; here: string }) {
  const narrowed = look.from || look.to;
  return (
    <EmptyState
      title={narrowed ? "Nothing in these days" : "No conflict has a date yet"}
      action={
        <LinkButton href={narrowed ? here + lookParams(look, { from: null, to: null }) : `${here}?by=claim`}>
          {narrowed ? "Show all days" : "Show all claims"}
        </LinkButton>
      }
    >
      {narrowed
        ? "No claim is said to have happened or was reported in them."
        : "Claims that contradict each other stand here as soon as one of them says when it happened or was reported."}
    </EmptyState>
  );
}

function NothingDated({ base }: { base: string }) {
  return (
    <EmptyState title="Nothing has a date yet" action={<LinkButton href={`${base}/claims`}>To the sheet</LinkButton>}>
      Claims stand here once they say when something happened, or when it was reported. Dates known only roughly, such
      as “late October 2024”, are drawn as ranges.
    </EmptyState>
  );
}
