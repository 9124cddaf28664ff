"use client";

import type { NamedSpan } from "@/anchoring/overlap";
import type { Span } from "@/anchoring/selectors";
import type { Article } from "@/features/article/schema";
import { restoreClaimAction, retractClaimAction } from "@/features/claim/actions";
import type { KnownOutlet } from "@/features/claim/components/attribution-field";
import { draftOfClaim } from "@/features/claim/rules/claim-draft";
import type { Claim } from "@/features/claim/schema";
import { attempt, sayFailure } from "@/ui/attempt";
import { toast } from "@/ui/toast";
import { proposeDraft } from "./propose-draft";
import { useComposer } from "./use-composer";
import type { Undo } from "./use-undo";

type Options = {
  team: string;
  userId: string;
  article: Article;
  outlets: KnownOutlet[];
  spans: readonly NamedSpan[];
  held: Span | null;
  undo: Undo;
  onSaved: (claim: Claim) => void;
};

/** Entering, editing and retracting claims of the open article. */
export function useEntering({ team, userId, article, outlets, spans, held, undo, onSaved }: Options) {
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
    if (isNew) undo.offer(`${claim.claim} saved`, () => retractClaimAction(team, { claimId: claim.id }));
    else toast.success(`${claim.claim} changed`);
  };
  const retract = async (claim: Claim) => {
    const outcome = await attempt(() => retractClaimAction(team, { claimId: claim.id, version: claim.version }));
    if (!outcome.ok) return sayFailure(outcome);
    undo.offer(`${claim.claim} retracted`, () => restoreClaimAction(team, { claimId: claim.id }));
  };
  return { composer, begin, edit, saved, retract };
}
export type Entering = ReturnType<typeof useEntering>;
