"use client";

import type { NamedSpan } from "@/anchoring/overlap";
import type { Span } from "@/anchoring/selectors";
import type { Article } from "@/features/article/schema";
import { retractClaimAction } from "@/features/claim/actions";
import type { KnownOutlet } from "@/features/claim/components/attribution-field";
import { draftOfClaim } from "@/features/claim/rules/claim-draft";
import type { Claim } from "@/features/claim/schema";
import { toast } from "@/ui/toast";
import type { OfferUndo } from "../../_desk/use-undo";
import { proposeDraft } from "./propose-draft";
import { useComposer } from "./use-composer";

type Options = {
  team: string;
  userId: string;
  article: Article;
  outlets: KnownOutlet[];
  spans: readonly NamedSpan[];
  held: Span | null;
  offerUndo: OfferUndo;
  onSaved: (claim: Claim) => void;
};

/** Entering and editing claims of the open article. */
export function useEntering({ team, userId, article, outlets, spans, held, offerUndo, onSaved }: Options) {
  const composer = useComposer(article.id);

  const begin = () => {
    if (held) composer.start({ claimId: null, ...proposeDraft({ article, span: held, outlets }) });
    else {
      toast.error("Nothing is selected", {
        detail: "Select the words, or walk to a sentence with j and k, then press c.",
      });
    }
  };
  const edit = (claim: Claim) => {
    const own = spans.find((span) => span.id === claim.id);
    composer.start({
      claimId: claim.id,
      span: own ? { start: own.start, end: own.end } : null,
      draft: draftOfClaim(claim, userId),
      proposed: { attribution: null, occurredOn: null },
    });
  };
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
  return { composer, begin, edit, saved };
}
