"use client";

import type { Span } from "@/anchoring/selectors";
import { retractClaimAction } from "@/features/claim/actions";
import { BLANK_DRAFT, draftOfClaim } from "@/features/claim/rules/claim-draft";
import type { Claim } from "@/features/claim/schema";
import { toast } from "@/ui/toast";
import { useComposer } from "./use-composer";
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

/** Writing a claim and editing one, by hand or over words of a text. */
export function useEditing({ team, userId, place, offerUndo, onSaved }: Options) {
  const composer = useComposer(place);
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
    begin: () =>
      composer.start({ claimId: null, version: null, span: null, draft: BLANK_DRAFT, proposed: NOTHING_PROPOSED }),
    edit: (claim: Claim, span: Span | null = null) =>
      composer.start({
        claimId: claim.id,
        version: claim.version,
        span,
        draft: draftOfClaim(claim, userId),
        proposed: NOTHING_PROPOSED,
      }),
    saved,
  };
}
