"use client";

import { ClaimComposer } from "@/features/claim/components/claim-composer";
import type { Claim } from "@/features/claim/schema";
import type { GradedOutlet } from "./known-outlets";
import type { useEditing } from "./use-editing";

type ClaimFormProps = {
  team: string;
  caseId: string;
  userId: string;
  /** The claims at hand, of which one may be the one being edited. */
  claims: readonly Claim[];
  outlets: GradedOutlet[];
  editing: ReturnType<typeof useEditing>;
  onClosed: () => void;
};

/** The composer away from a text; nothing while it is closed, or holds a claim that is not at hand. */
export function ClaimForm({ team, caseId, userId, claims, outlets, editing, onClosed }: ClaimFormProps) {
  const { composer, saved } = editing;
  const claim = claims.find(({ id }) => id === composer.open?.claimId) ?? null;
  if (!composer.open || (composer.open.claimId !== null && !claim)) return null;
  const { claimId, draft, proposed } = composer.open;
  return (
    <ClaimComposer
      key={claimId ?? "new"}
      team={team}
      caseId={caseId}
      userId={userId}
      source={null}
      claim={claim}
      draft={draft}
      onDraft={composer.change}
      proposed={proposed}
      outlets={outlets}
      inheritedReliability={inherited(draft.attribution, claim, outlets)}
      onSaved={saved}
      onCancel={() => {
        composer.cancel();
        onClosed();
      }}
    />
  );
}

/** The grade that would stand by itself: that of the last outlet in the chain, else of the claim's outlet as it is. */
function inherited(attribution: string[], claim: Claim | null, outlets: GradedOutlet[]): string | null {
  for (const name of [claim?.outlet?.name ?? "", ...attribution].reverse()) {
    const known = outlets.find((each) => each.name === name || each.aliases.includes(name));
    if (known) return known.reliability;
  }
  return null;
}
