"use client";

import {
  judgeRelationAction,
  ruleOnRelationAction,
  withdrawJudgementAction,
  withdrawRulingAction,
} from "@/features/relation/actions";
import { JudgeForm } from "@/features/relation/components/judge-form";
import { SaidOfPair } from "@/features/relation/components/said-of-pair";
import type { RelationOfClaim } from "@/features/relation/schema";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { LinkButton } from "@/ui/link-button";
import { toast } from "@/ui/toast";
import type { OfferUndo } from "../../_desk/use-undo";

export type Rights = { write: boolean; rule: boolean };
export type Saying = { relationId: string; what: "judgement" | "ruling" } | null;

type PairActionsProps = {
  team: string;
  base: string;
  userId: string;
  rights: Rights;
  claim: { id: string; claim: string; status: string };
  relation: RelationOfClaim;
  /** The one form that is open on this page. */
  saying: Saying;
  onSaying: (saying: Saying) => void;
  offerUndo: OfferUndo;
};

/** What was said of a pair, and what one may do about it: judge, take it back, rule. */
export function PairActions(props: PairActionsProps) {
  const { team, base, userId, rights, claim, relation, saying, onSaying } = props;
  const { counterpart, ruling } = relation;
  const own = relation.judgements?.find(({ user }) => user.id === userId) ?? null;
  const isOpen = saying?.relationId === relation.id;
  const stands = claim.status !== "retracted" && counterpart.status !== "retracted";
  const open = (what: "judgement" | "ruling") => () => onSaying({ relationId: relation.id, what });
  const { takeBack, withdrawRuling } = useWithdrawing(props);
  return (
    <>
      <SaidOfPair relation={relation} userId={userId} />
      {isOpen && saying ? (
        <JudgeForm
          key={saying.what}
          team={team}
          relation={relation}
          claim={claim}
          what={saying.what}
          said={saying.what === "ruling" ? (ruling ?? null) : own}
          onSaved={() => {
            onSaying(null);
            toast.success(saying.what === "ruling" ? "Ruling saved" : "Judgement saved");
          }}
          onCancel={() => onSaying(null)}
        />
      ) : (
        <div className="mt-1.5 flex flex-wrap items-center gap-1">
          {counterpart.article ? (
            <LinkButton
              size="sm"
              variant="ghost"
              href={`${base}/articles/${counterpart.article.id}?at=${counterpart.number}`}
            >
              Read {counterpart.claim}
            </LinkButton>
          ) : null}
          {rights.write && stands ? (
            <Button size="sm" variant="ghost" onClick={open("judgement")}>
              {own ? "Change mine" : "Judge"}
            </Button>
          ) : null}
          {rights.write && own ? (
            <Button size="sm" variant="ghost" onClick={() => void takeBack()}>
              Take mine back
            </Button>
          ) : null}
          {rights.rule && stands ? (
            <Button size="sm" variant="ghost" onClick={open("ruling")}>
              {ruling ? "Change the ruling" : "Rule"}
            </Button>
          ) : null}
          {rights.rule && ruling ? (
            <Button size="sm" variant="ghost" onClick={() => void withdrawRuling()}>
              Withdraw the ruling
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

/** Taking back what one said, or what was ruled: at once, and with a way back. */
function useWithdrawing({ team, userId, claim, relation, offerUndo }: PairActionsProps) {
  const pair = `${claim.claim} and ${relation.counterpart.claim}`;
  const which = { relationId: relation.id };
  const takeBack = async () => {
    const own = relation.judgements?.find(({ user }) => user.id === userId);
    if (!own) return;
    const outcome = await attempt(() => withdrawJudgementAction(team, { ...which, version: relation.version }));
    if (!outcome.ok) return sayFailure(outcome);
    const { kind, from, about, rationale, confidence } = own;
    offerUndo(`What you said of ${pair} is taken back`, {
      back: () => judgeRelationAction(team, { ...which, kind, from, about, rationale, confidence }),
      done: `What you said of ${pair} stands again`,
    });
  };
  const withdrawRuling = async () => {
    const { ruling } = relation;
    if (!ruling) return;
    const outcome = await attempt(() => withdrawRulingAction(team, { ...which, version: relation.version }));
    if (!outcome.ok) return sayFailure(outcome);
    const { kind, from, about, rationale } = ruling;
    offerUndo(`The ruling on ${pair} is withdrawn`, {
      back: () => ruleOnRelationAction(team, { ...which, kind, from, about, rationale }),
      done: `The ruling on ${pair} stands again`,
    });
  };
  return { takeBack, withdrawRuling };
}
