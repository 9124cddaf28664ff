"use client";

import { changeClaimAction, restoreClaimAction, retractClaimAction } from "@/features/claim/actions";
import type { Claim } from "@/features/claim/schema";
import { attempt, sayFailure } from "@/ui/attempt";
import type { OfferUndo } from "./use-undo";

/** What is done to a claim with one key, each with its way back. */
export function useClaimActs(team: string, offerUndo: OfferUndo) {
  const retract = async (claim: Claim) => {
    const outcome = await attempt(() => retractClaimAction(team, { claimId: claim.id, version: claim.version }));
    if (!outcome.ok) return sayFailure(outcome);
    offerUndo(`${claim.claim} retracted`, {
      back: () => restoreClaimAction(team, { claimId: claim.id }),
      done: `${claim.claim} restored`,
    });
  };
  const restore = async (claim: Claim) => {
    const outcome = await attempt(() => restoreClaimAction(team, { claimId: claim.id, version: claim.version }));
    if (!outcome.ok) return sayFailure(outcome);
    offerUndo(`${claim.claim} restored`, {
      back: () => retractClaimAction(team, { claimId: claim.id }),
      done: `${claim.claim} retracted again`,
    });
  };
  /** Reviewed, or back to draft. */
  const review = async (claim: Claim) => {
    const [status, was] = claim.status === "reviewed" ? DRAFT : REVIEWED;
    const { id: claimId, version } = claim;
    const outcome = await attempt(() => changeClaimAction(team, { claimId, version, status }));
    if (!outcome.ok) return sayFailure(outcome);
    offerUndo(status === "reviewed" ? `${claim.claim} marked as reviewed` : `${claim.claim} is a draft again`, {
      back: () => changeClaimAction(team, { claimId, status: was }),
      done: was === "reviewed" ? `${claim.claim} marked as reviewed` : `${claim.claim} is a draft again`,
    });
  };
  return { retract, restore, review };
}

const REVIEWED = ["reviewed", "draft"] as const;
const DRAFT = ["draft", "reviewed"] as const;
