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
  const claimId = claim?.id;
  // What the sheet itself learns of the claim tells when to ask again.
  const state = claim ? JSON.stringify([claim.version, claim.relations]) : "";
  useEffect(() => {
    if (!claimId || !state) return;
    let over = false;
    const timer = setTimeout(async () => {
      const outcome = await attempt(() => relationsOfClaimAction(team, { claimId }));
      if (!over && outcome.ok) setKnown({ claimId, relations: outcome.value });
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [team, claimId, state]);
  return known && known.claimId === claimId ? known.relations : null;
}
