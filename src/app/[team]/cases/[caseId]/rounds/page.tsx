import { loadCase } from "@/features/case/loaders";
import { DrawRoundForm } from "@/features/round/components/draw-round-form";
import { RoundList } from "@/features/round/components/round-list";
import { loadRounds } from "@/features/round/loaders";
import { canDrawRound, canTakeTask } from "@/features/round/policy";
import { loadMembers } from "@/features/team/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";

export const metadata = { title: "Blind rounds" };

type Props = { params: Promise<{ team: string; caseId: string }> };

export default async function RoundsPage({ params }: Props) {
  const { team, caseId } = await params;
  const [{ actor }, rounds, members, { blind }] = await Promise.all([
    pageCtx(team),
    loadRounds(team, caseId),
    loadMembers(team),
    loadCase(team, caseId),
  ]);
  const base = `/${team}/cases/${caseId}`;
  const draws = canDrawRound(actor);
  const judges = members.filter(({ id, name, role }) => canTakeTask({ userId: id, name, role }));
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Blind rounds"
        meta="The same claims or pairs, judged by several people, each for themselves."
        actions={
          <LinkButton variant="ghost" href={`${base}/agreement`}>
            Agreement
          </LinkButton>
        }
      />
      {rounds.length > 0 ? (
        <RoundList team={team} base={base} rounds={rounds} userId={actor.userId} draws={draws} />
      ) : (
        <EmptyState title="No round was drawn yet">
          {blind
            ? "A lead draws claims or pairs; a queue hands them to the judges, and nobody sees what the others say until the round is over."
            : "A round takes a blind case: otherwise judges see what the others say. Make the case blind in its details."}
        </EmptyState>
      )}
      {draws && blind ? (
        <section aria-labelledby="draw" className="mt-9">
          <h2 id="draw" className="mb-3 font-semibold font-serif text-xl">
            Draw a round
          </h2>
          <DrawRoundForm team={team} caseId={caseId} people={judges.map(({ id, name }) => ({ id, name }))} />
        </section>
      ) : null}
    </div>
  );
}
