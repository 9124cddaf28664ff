"use client";

import { useEffect, useState } from "react";
import type { Claim } from "@/features/claim/schema";
import { relationsOfClaimAction } from "@/features/relation/actions";
import type { RelationOfClaim } from "@/features/relation/schema";
import { attempt } from "@/ui/attempt";

const PAUSE_MS = 120;

type Known = { claimId: string; relations: RelationOfClaim[] };

/** The relations of the claim that is shown in full, read once somebody stays with it; null while they are not known. */
export function useRelationsOf(team: string, claim: Claim | null): RelationOfClaim[] | null {
  const [known, setKnown] = useState<Known | null>(null);
  // Asked again whenever the sheet was: a reason or a ruling changes no count that the sheet would show.
  useEffect(() => {
    const claimId = claim?.id;
    if (!claimId) return;
    let over = false;
    const timer = setTimeout(async () => {
      const outcome = await attempt(() => relationsOfClaimAction(team, { claimId }));
      if (!over && outcome.ok) setKnown({ claimId, relations: outcome.value });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [team, claim]);
  return known && known.claimId === claim?.id ? known.relations : null;
}
