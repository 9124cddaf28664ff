"use client";

import { useRef } from "react";
import { z } from "zod";
import type { Span } from "@/anchoring/selectors";
import { BLANK_DRAFT, ClaimDraft } from "@/features/claim/rules/claim-draft";
import { useDraft } from "@/ui/use-draft";

const Open = z.object({
  /** Null for a claim without a quote. */
  span: z.object({ start: z.number(), end: z.number() }).nullable(),
  /** The claim being edited. */
  claimId: z.string().nullable(),
  /** The state that the edit began from, so that a draft kept over a colleague's change is not saved over it. */
  version: z.number().nullable(),
  draft: ClaimDraft,
  proposed: z.object({ attribution: z.string().nullable(), occurredOn: z.string().nullable() }),
});
export type OpenComposer = z.infer<typeof Open>;
type Kept = { open: OpenComposer | null };

const CLOSED: Kept = { open: null };

const readKept = (kept: unknown): Kept | null => {
  const result = z.object({ open: Open.nullable() }).safeParse(kept);
  return result.success ? result.data : null;
};

const placeOf = ({ span, claimId }: Pick<OpenComposer, "span" | "claimId">) => `${claimId} ${span?.start}-${span?.end}`;

/**
 * The one composer of an article. What is typed survives a reload and a crash; closing without saving keeps the words
 * for the next time it opens at the same place.
 */
export function useComposer(articleId: string) {
  const kept = useDraft<Kept>({ key: `crossbearing.composer.${articleId}`, blank: CLOSED, read: readKept });
  const parked = useRef(new Map<string, OpenComposer>());
  const open = kept.value.open;
  return {
    open,
    restored: kept.restored,
    start: (next: OpenComposer) => kept.set({ open: parked.current.get(placeOf(next)) ?? next }),
    change: (draft: ClaimDraft) => kept.set(({ open }) => ({ open: open ? { ...open, draft } : null })),
    /** Moves the composer to other words of the text. */
    moveTo: (span: Span) => kept.set(({ open }) => ({ open: open ? { ...open, span } : null })),
    cancel: () => {
      if (open) parked.current.set(placeOf(open), open);
      kept.discard();
    },
    saved: () => {
      if (open) parked.current.delete(placeOf(open));
      kept.discard();
    },
  };
}

export const newDraft = (fields: Partial<ClaimDraft>): ClaimDraft => ({ ...BLANK_DRAFT, ...fields });
