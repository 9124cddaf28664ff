"use client";

import type { NamedSpan } from "@/anchoring/overlap";
import type { Span } from "@/anchoring/selectors";
import type { Article } from "@/features/article/schema";
import type { KnownOutlet } from "@/features/claim/components/attribution-field";
import type { Claim } from "@/features/claim/schema";
import { toast } from "@/ui/toast";
import { useEditing } from "../../_desk/use-editing";
import type { OfferUndo } from "../../_desk/use-undo";
import { proposeDraft } from "./propose-draft";

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

/** Entering and editing claims of the open article, over their words. */
export function useEntering({ team, userId, article, outlets, spans, held, offerUndo, onSaved }: Options) {
  const editing = useEditing({ team, userId, place: article.id, offerUndo, onSaved });
  return {
    ...editing,
    begin: () => {
      if (held)
        editing.composer.start({ claimId: null, version: null, ...proposeDraft({ article, span: held, outlets }) });
      else {
        toast.error("Nothing is selected", {
          detail: "Select the words, or walk to a sentence with j and k, then press c.",
        });
      }
    },
    edit: (claim: Claim) => {
      const own = spans.find((span) => span.id === claim.id);
      editing.edit(claim, own ? { start: own.start, end: own.end } : null);
    },
  };
}
