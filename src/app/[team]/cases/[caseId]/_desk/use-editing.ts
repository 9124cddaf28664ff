"use client";

import { retractClaimAction } from "@/features/claim/actions";
import { BLANK_DRAFT, draftOfClaim } from "@/features/claim/rules/claim-draft";
import type { Claim } from "@/features/claim/schema";
import { toast } from "@/ui/toast";
import { useComposer } from "../articles/[articleId]/use-composer";
import type { OfferUndo } from "./use-undo";

type Options = {
  team: string;
  userId: string;
  /** What the draft is kept by in this browser. */
  place: string;
  offerUndo: OfferUndo;
  onSaved: (claim: Claim) => void;
};

const NOTHING_PROPOSED = { attribution: null, occurredOn: null };

/** Writing a claim by hand, and editing one away from its words. */
export function useEditing({ team, userId, place, offerUndo, onSaved }: Options) {
  const composer = useComposer(place);
  const open = (claimId: string | null, draft = BLANK_DRAFT) =>
    composer.start({ claimId, span: null, draft, proposed: NOTHING_PROPOSED });
  const saved = (claim: Claim) => {
    const isNew = composer.open?.claimId === null;
    composer.saved();
    onSaved(claim);
    if (!isNew) return toast.success(`${claim.claim} changed`);
    offerUndo(`${claim.claim} saved`, {
      back: () => retractClaimAction(team, { claimId: claim.id }),
      done: `${claim.claim} taken back`,
    });
  };
  return {
    composer,
    begin: () => open(null),
    edit: (claim: Claim) => open(claim.id, draftOfClaim(claim, userId)),
    saved,
  };
}
