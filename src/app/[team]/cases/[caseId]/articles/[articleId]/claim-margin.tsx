"use client";

import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import { ClaimMarginCard } from "@/features/claim/components/claim-margin-card";
import type { Claim } from "@/features/claim/schema";
import { CounterpartCards } from "@/features/relation/components/counterpart-cards";
import type { RelationOfClaim } from "@/features/relation/schema";
import { EmptyState } from "@/ui/empty-state";
import { MarginStack } from "@/ui/margin-stack";
import { RelationLine } from "./claim-relations";
import type { Place } from "./use-places";

type ClaimMarginProps = {
  team: string;
  caseId: string;
  claims: Claim[];
  relations: RelationOfClaim[];
  places: ReadonlyMap<string, Place>;
  focused: Claim | null;
  onFocus: (claimId: string) => void;
  /** The relation being recorded from this claim, or null. */
  relatingOf: (claim: Claim) => ReactNode;
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
  const related = useMemo(() => byClaim(props.relations), [props.relations]);
  const focus = useRef(props.onFocus);
  useEffect(() => {
    focus.current = props.onFocus;
  });
  const onFocus = useCallback((claimId: string) => focus.current(claimId), []);
  const card = (claim: Claim) => (
    <MarginCard
      base={`/${props.team}/cases/${props.caseId}`}
      claim={claim}
      relations={related.get(claim.id) ?? NONE}
      focused={claim.id === focused?.id}
      onFocus={onFocus}
      panel={props.relatingOf(claim)}
    />
  );
  const beside = placed.map((claim) => ({
    id: claim.id,
    anchor: places.get(claim.id)?.top ?? 0,
    render: () => card(claim),
  }));
  const writing = composer && wide ? [{ id: "composer", anchor: composer.anchor, render: () => composer.form }] : [];
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
        <li key={claim.id} className="[contain-intrinsic-size:auto_5rem] [content-visibility:auto]">
          {card(claim)}
        </li>
      ))}
    </ol>
  );
}

const NONE: RelationOfClaim[] = [];

function byClaim(relations: readonly RelationOfClaim[]): Map<string, RelationOfClaim[]> {
  const found = new Map<string, RelationOfClaim[]>();
  for (const relation of relations) {
    const own = found.get(relation.claimId);
    if (own) own.push(relation);
    else found.set(relation.claimId, [relation]);
  }
  return found;
}

type MarginCardProps = {
  base: string;
  claim: Claim;
  relations: RelationOfClaim[];
  focused: boolean;
  onFocus: (claimId: string) => void;
  panel: ReactNode;
};

/** Rendered again only where something of it changed: an article may have thousands. */
const MarginCard = memo(function MarginCard({ base, claim, relations, focused, onFocus, panel }: MarginCardProps) {
  return (
    <ClaimMarginCard
      claim={claim}
      href={`${base}/claims/${claim.number}`}
      focused={focused}
      onFocus={() => onFocus(claim.id)}
      relations={focused ? null : <RelationLine relations={relations} base={base} />}
    >
      {panel}
      <div className="mt-2">
        <CounterpartCards relations={relations} base={base} />
      </div>
    </ClaimMarginCard>
  );
});

function NoClaims({ canWrite }: { canWrite: boolean }) {
  return (
    <EmptyState title="No claims entered from this article yet">
      {canWrite
        ? "Select the words of a claim, or walk to a sentence with j, and press c."
        : "An analyst of the team enters them."}
    </EmptyState>
  );
}
