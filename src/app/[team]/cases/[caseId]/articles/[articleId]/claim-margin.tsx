"use client";

import type { ReactNode } from "react";
import { ClaimMarginCard } from "@/features/claim/components/claim-margin-card";
import type { Claim } from "@/features/claim/schema";
import { AboutStrip } from "@/features/relation/components/about-strip";
import { RelatePanel } from "@/features/relation/components/relate-panel";
import type { RelationOfClaim } from "@/features/relation/schema";
import { EmptyState } from "@/ui/empty-state";
import { MarginStack } from "@/ui/margin-stack";
import { usePinned } from "../../_desk/use-pinned";
import { RelationCards, RelationLine } from "./claim-relations";
import type { Place } from "./use-places";
import type { Relating } from "./use-relating";

type ClaimMarginProps = {
  team: string;
  caseId: string;
  claims: Claim[];
  relations: RelationOfClaim[];
  places: ReadonlyMap<string, Place>;
  focused: Claim | null;
  onFocus: (claimId: string) => void;
  relating: Relating;
  /** The composer with the place of the words that it holds. */
  composer: { anchor: number; claimId: string | null; form: ReactNode } | null;
  wide: boolean;
  canWrite: boolean;
};

/** The claims beside their quotes, in reading order; those without words in this version below. */
export function ClaimMargin(props: ClaimMarginProps) {
  const { claims, places, focused, composer, wide } = props;
  const placed = claims.filter(({ id }) => places.has(id) && id !== composer?.claimId);
  const unplaced = claims.filter(({ id, quote }) => !places.has(id) && (quote === null || quote.state !== "exact"));
  const card = (claim: Claim) => <MarginCard {...props} claim={claim} />;
  const beside = placed.map((claim) => ({ id: claim.id, anchor: places.get(claim.id)?.top ?? 0, card: card(claim) }));
  const writing = composer && wide ? [{ id: "composer", anchor: composer.anchor, card: composer.form }] : [];
  return (
    <aside aria-label="Claims of this article" className="min-w-0 max-lg:mt-8">
      {claims.length === 0 && !composer ? <NoClaims canWrite={props.canWrite} /> : null}
      {wide ? (
        <MarginStack
          cards={[...beside, ...writing].sort((a, b) => a.anchor - b.anchor)}
          focused={composer ? "composer" : (focused?.id ?? null)}
          label="Claims, in reading order"
        />
      ) : (
        <List label="Claims, in reading order" claims={placed} card={card} />
      )}
      {unplaced.length > 0 ? (
        <section aria-labelledby="unplaced" className="mt-6">
          <h2 id="unplaced" className="mb-2 font-medium text-ink-2 text-sm">
            Without words in this version
          </h2>
          <List label="Claims without words in this version" claims={unplaced} card={card} />
        </section>
      ) : null}
    </aside>
  );
}

function List({ label, claims, card }: { label: string; claims: Claim[]; card: (claim: Claim) => ReactNode }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2">
      {claims.map((claim) => (
        <li key={claim.id}>{card(claim)}</li>
      ))}
    </ol>
  );
}

function MarginCard(props: ClaimMarginProps & { claim: Claim }) {
  const { team, caseId, claim, relations, focused, onFocus, relating } = props;
  const { pinned } = usePinned(caseId);
  const base = `/${team}/cases/${caseId}`;
  const own = relations.filter((relation) => relation.claimId === claim.id);
  const isFocused = claim.id === focused?.id;
  return (
    <ClaimMarginCard
      claim={claim}
      href={`${base}/claims/${claim.number}`}
      focused={isFocused}
      onFocus={() => onFocus(claim.id)}
      relations={isFocused ? null : <RelationLine relations={own} base={base} />}
    >
      {relating.open?.claim.id === claim.id ? (
        <RelatePanel
          key={relating.open.kind}
          team={team}
          caseId={caseId}
          claim={claim}
          kind={relating.open.kind}
          pinned={pinned}
          suggest={relating.suggest}
          find={relating.find}
          onRecorded={relating.recorded}
          onCancel={relating.close}
        />
      ) : null}
      {relating.about?.claimId === claim.id ? (
        <AboutStrip team={team} relation={relating.about.relation} from={claim.id} onDone={relating.close} />
      ) : null}
      <RelationCards relations={own} base={base} />
    </ClaimMarginCard>
  );
}

function NoClaims({ canWrite }: { canWrite: boolean }) {
  return (
    <EmptyState title="No claims entered from this article yet">
      {canWrite
        ? "Select the words of a claim, or walk to a sentence with j, and press c."
        : "An analyst of the team enters them."}
    </EmptyState>
  );
}
