"use client";

import { useCallback, useState } from "react";
import { findClaimsAction, findCounterpartsAction } from "@/features/claim/actions";
import type { Claim } from "@/features/claim/schema";
import { withdrawJudgementAction } from "@/features/relation/actions";
import type { Candidate } from "@/features/relation/components/relate-panel";
import type { Relation, RelationKind } from "@/features/relation/schema";
import type { Undo } from "./use-undo";

type Options = { team: string; caseId: string; undo: Undo; onDone: (claimId: string) => void };

/** The relation being recorded: first the verb, then the other claim; after a contradiction, what it is about. */
export function useRelating({ team, caseId, undo, onDone }: Options) {
  const [open, setOpen] = useState<{ claim: Claim; kind: RelationKind } | null>(null);
  const [about, setAbout] = useState<{ relation: Relation; claimId: string } | null>(null);
  const claimId = open?.claim.id;

  const find = useCallback(
    async (words: string) => {
      const outcome = await findClaimsAction(team, { caseId, words });
      return outcome.ok ? outcome.value : [];
    },
    [team, caseId],
  );
  const suggest = useCallback(async () => {
    if (!claimId) return [];
    const outcome = await findCounterpartsAction(team, { claimId });
    return outcome.ok ? outcome.value : [];
  }, [team, claimId]);

  const recorded = (relation: Relation, other: Candidate) => {
    if (!open) return;
    const { claim, kind } = open;
    setOpen(null);
    if (kind === "contradicts") setAbout({ relation, claimId: claim.id });
    else onDone(claim.id);
    undo.offer(`${claim.claim} ${kind} C-${other.number}`, () => {
      setAbout(null);
      return withdrawJudgementAction(team, { relationId: relation.id });
    });
  };
  const close = () => {
    const claimId = open?.claim.id ?? about?.claimId;
    setOpen(null);
    setAbout(null);
    if (claimId) onDone(claimId);
  };
  return {
    open,
    about,
    find,
    suggest,
    recorded,
    close,
    begin: (claim: Claim, kind: RelationKind) => setOpen({ claim, kind }),
  };
}
export type Relating = ReturnType<typeof useRelating>;
