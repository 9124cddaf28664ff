import type { Warning } from "@/features/conflict/schema";
import {
  judgeRelationAction,
  recordRelationAction,
  relationsOfClaimAction,
  withdrawJudgementAction,
} from "@/features/relation/actions";
import type { Judgement, StandingKind } from "@/features/relation/schema";
import { attempt, sayFailure } from "@/ui/attempt";
import { toast } from "@/ui/toast";

type Where = { team: string; caseId: string; userId: string; onDone: () => void };

/** For a warning of an update taken for a contradiction: the way to judge it one. Null for any other. */
export const judgingUpdates = (where: Where) => (warning: Warning) =>
  warning.kind === "maybe_update"
    ? { label: "Judge “updates”", keys: "shift+u", run: () => void judge(where, warning) }
    : null;

async function judge({ team, caseId, userId, onDone }: Where, { about: [later, earlier], relations }: Warning) {
  if (!later || !earlier) return;
  const before = await attempt(() => relationsOfClaimAction(team, { claimId: later.id }));
  if (!before.ok) return sayFailure(before);
  const relation = before.value.find(({ id }) => id === relations[0]);
  const prior = relation?.judgements?.find(({ user }) => user.id === userId) ?? null;
  const said = { caseId, from: later.id, to: earlier.id, kind: "updates" as const };
  const outcome = await attempt(() => recordRelationAction(team, said));
  if (!outcome.ok) return sayFailure(outcome);
  const { id: relationId, kind } = outcome.value;
  // By the notice alone: the key belongs to the desk that these warnings may stand beside.
  toast.success(`You judged that ${later.claim} updates ${earlier.claim}${otherwise(kind)}`, {
    undo: () =>
      takeBack(team, { relationId, prior, done: `What you said of ${later.claim} and ${earlier.claim} is as it was` }),
  });
  onDone();
}

type Said = { relationId: string; prior: Judgement | null; done: string };

/** What one said of the pair before stands again; where that was nothing, nothing. */
async function takeBack(team: string, { relationId, prior, done }: Said) {
  const outcome = await attempt(() =>
    prior ? judgeRelationAction(team, asBefore(relationId, prior)) : withdrawJudgementAction(team, { relationId }),
  );
  if (outcome.ok) toast.success(done);
  else sayFailure(outcome);
}

const asBefore = (relationId: string, { kind, from, about, rationale, confidence }: Judgement) => ({
  relationId,
  kind,
  from,
  about,
  rationale,
  confidence,
});

/** One's own judgement alone may not decide the pair. */
function otherwise(kind: StandingKind | null | undefined): string {
  if (kind === "updates") return "";
  return kind === "disputed" ? "; the pair is disputed now" : `; what stands is still “${kind ?? "nothing"}”`;
}
