"use client";

import { ClaimComposer, type ClaimSource } from "@/features/claim/components/claim-composer";
import type { Claim } from "@/features/claim/schema";
import { ConfirmedNote } from "@/features/conflict/components/confirmed-note";
import type { Reliability } from "@/features/outlet/schema";
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
  /** The words that the composer holds, where it stands over a text. */
  source?: ClaimSource | null;
  /** The outlet that a claim without attribution is credited to: the article's. */
  ownOutlet?: string;
  onClosed: () => void;
};

/** The composer; nothing while it is closed, or holds a claim that is not at hand. */
export function ClaimForm(props: ClaimFormProps) {
  const { team, caseId, userId, claims, outlets, editing, source = null, onClosed } = props;
  const { composer, saved } = editing;
  const claim = claims.find(({ id }) => id === composer.open?.claimId) ?? null;
  if (!composer.open || (composer.open.claimId !== null && !claim)) return null;
  const { claimId, version, span, draft, proposed } = composer.open;
  return (
    <ClaimComposer
      key={`${claimId} ${span?.start} ${span?.end}`}
      team={team}
      caseId={caseId}
      userId={userId}
      source={source}
      claim={claim}
      since={version}
      draft={draft}
      onDraft={composer.change}
      proposed={proposed}
      outlets={outlets}
      inheritedReliability={inherited([props.ownOutlet ?? claim?.outlet?.name ?? "", ...draft.attribution], outlets)}
      confirmedNote={<ConfirmedNote team={team} claimId={claimId} />}
      onSaved={saved}
      onCancel={() => {
        composer.cancel();
        onClosed();
      }}
    />
  );
}

/** The grade that would stand by itself: that of the last outlet in the chain. */
function inherited(chain: string[], outlets: GradedOutlet[]): Reliability | null {
  for (const name of chain.toReversed()) {
    const known = outlets.find((each) => each.name === name || each.aliases.includes(name));
    if (known) return known.reliability;
  }
  return null;
}
