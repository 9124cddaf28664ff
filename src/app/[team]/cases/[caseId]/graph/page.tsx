import { canRecordClaim } from "@/features/claim/policy";
import { GraphDesk } from "@/features/overview/components/graph-desk";
import { OfControl } from "@/features/overview/components/of-control";
import { PictureLinks } from "@/features/overview/components/picture-links";
import { GraphKind, GraphOf } from "@/features/overview/schema";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";

export const metadata = { title: "Graph" };

type Props = {
  params: Promise<{ team: string; caseId: string }>;
  searchParams: Promise<{ of?: string; at?: string; without?: string }>;
};

export default async function GraphPage({ params, searchParams }: Props) {
  const { team, caseId } = await params;
  const given = await searchParams;
  const of = GraphOf.safeParse(given.of).data ?? "claims";
  const hidden = GraphKind.options.filter((kind) => given.without?.split(",").includes(kind));
  const { actor } = await pageCtx(team);
  const base = `/${team}/cases/${caseId}`;
  return (
    <div className="flex flex-col md:h-[calc(100dvh-var(--shell-top)-var(--shell-bottom))]">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 pt-4 pb-3 md:px-6">
        <h1 className="me-auto font-serif font-semibold text-xl">Graph</h1>
        <div className="flex flex-wrap items-center gap-2">
          <OfControl of={of} />
          <PictureLinks thing="graph" address={`/api/v1/cases/${caseId}/graph/picture`} params={{ of, team }} />
        </div>
      </header>
      <GraphDesk
        key={of}
        team={team}
        caseId={caseId}
        of={of}
        chosen={given.at ?? null}
        hidden={hidden}
        empty={<NothingRelated base={base} writes={canRecordClaim(actor)} />}
      />
    </div>
  );
}

function NothingRelated({ base, writes }: { base: string; writes: boolean }) {
  return (
    <EmptyState
      title="Nothing is related yet"
      action={writes ? <LinkButton href={`${base}/claims`}>To the sheet</LinkButton> : undefined}
    >
      Claims stand here once somebody has recorded how two of them stand to each other: that they agree, contradict,
      qualify, update or repeat one another.
    </EmptyState>
  );
}
