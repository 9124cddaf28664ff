"use client";

import type { Article } from "@/features/article/schema";
import type { Claim } from "@/features/claim/schema";
import { repeatOriginalAction, withdrawJudgementAction } from "@/features/relation/actions";
import { attempt, sayFailure } from "@/ui/attempt";
import type { OfferUndo } from "../../_desk/use-undo";

/** In an article that is a copy, a new claim on words of the original is recorded as repeating the claim on them. */
export function useRepeating(team: string, { repeats }: Article, known: readonly Claim[], offerUndo: OfferUndo) {
  return async (claim: Claim) => {
    if (!repeats || !claim.quote || known.some(({ id }) => id === claim.id)) return;
    const outcome = await attempt(() => repeatOriginalAction(team, { claimId: claim.id }));
    if (!outcome.ok) return sayFailure(outcome);
    if (!outcome.value) return;
    const { relationId, claim: original, outlet } = outcome.value;
    offerUndo(`${claim.claim} repeats ${original}${outlet ? ` (${outlet})` : ""}`, {
      back: () => withdrawJudgementAction(team, { relationId }),
      done: `${claim.claim} no longer repeats ${original}`,
    });
  };
}
