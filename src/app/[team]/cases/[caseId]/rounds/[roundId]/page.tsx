import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadRound } from "@/features/round/loaders";
import { pageCtx } from "@/platform/auth/session";
import { PageHeader } from "@/ui/page-header";
import { JudgeDesk } from "./judge-desk";

type Props = { params: Promise<{ team: string; caseId: string; roundId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { team, roundId } = await params;
  return { title: (await loadRound(team, roundId)).title };
}

export default async function JudgePage({ params }: Props) {
  const { team, caseId, roundId } = await params;
  const [{ actor }, round] = await Promise.all([pageCtx(team), loadRound(team, roundId)]);
  if (round.caseId !== caseId || !round.judges.some(({ id }) => id === actor.userId)) notFound();
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title={<bdi>{round.title}</bdi>}
        meta="Say what you think; nobody sees it before the round is over."
      />
      <JudgeDesk team={team} caseId={caseId} roundId={roundId} />
    </div>
  );
}
