"use client";

import { useEffect, useRef, useState } from "react";
import { Claim } from "@/features/claim/schema";
import { toast } from "@/ui/toast";

type Known = { claimId: string; key: string; claim: Claim };

/** Claims in full, of which the sheet's rows hold only what its cells show. */
export function useClaims(team: string) {
  const asked = useRef(new Map<string, Promise<Claim | null>>());
  /** As it stands in an edition of the sheet; null where the server does not give it. */
  const find = (claimId: string, edition: string): Promise<Claim | null> => {
    const key = `${claimId} ${edition}`;
    const known = asked.current.get(key);
    if (known) return known;
    const asking = ask(team, claimId).catch(() => {
      asked.current.delete(key);
      return null;
    });
    // Those of former editions are of no use any more.
    if (asked.current.size > 200) asked.current.clear();
    asked.current.set(key, asking);
    return asking;
  };
  return {
    find,
    /** For an act on a claim: says so where it cannot be read. */
    withClaim: async (claimId: string, edition: string, act: (claim: Claim) => unknown) => {
      const claim = await find(claimId, edition);
      if (claim) act(claim);
      else toast.error("The claim could not be read", { detail: "Nothing was changed. Try again." });
    },
  };
}

export type Claims = ReturnType<typeof useClaims>;

/** The claim of that id; null until it is known. What was known of it before stays until then. */
export function useClaim(claims: Claims, claimId: string | null, edition: string): Claim | null {
  const [known, setKnown] = useState<Known | null>(null);
  const key = claimId === null ? null : `${claimId} ${edition}`;
  const isNew = key !== null && known?.key !== key;
  useEffect(() => {
    if (!isNew || claimId === null || key === null) return;
    let over = false;
    void claims.find(claimId, edition).then((claim) => {
      if (!over && claim) setKnown({ claimId, key, claim });
    });
    return () => {
      over = true;
    };
  });
  return known && known.claimId === claimId ? known.claim : null;
}

async function ask(team: string, claimId: string): Promise<Claim> {
  const answer = await fetch(`/api/v1/claims/${claimId}?${new URLSearchParams({ team })}`, { cache: "no-store" });
  if (!answer.ok) throw new Error(`The claim was answered with ${answer.status}.`);
  return Claim.parse(await answer.json());
}
