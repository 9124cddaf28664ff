"use client";

import { Link2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { CounterpartCard } from "@/features/relation/components/counterpart-card";
import { VERBS } from "@/features/relation/components/relation-words";
import type { RelationKind, RelationOfClaim } from "@/features/relation/schema";
import { Button } from "@/ui/button";
import { Menu, MenuItem } from "@/ui/menu";
import { RelationGlyph } from "@/ui/relation-glyph";
import type { OfferUndo } from "../../_desk/use-undo";
import { PairActions, type Rights, type Saying } from "./pair-actions";

type RelationsSectionProps = {
  team: string;
  base: string;
  userId: string;
  rights: Rights;
  claim: { id: string; claim: string; status: string };
  relations: RelationOfClaim[];
  /** What was said of each pair, by the relation's id. */
  talks: Record<string, ReactNode>;
  /** The relation being recorded, or null. */
  relating: ReactNode;
  onRelate: (kind: RelationKind) => void;
  offerUndo: OfferUndo;
};

/** How the claim stands to others: each counterpart with what everybody said, and the way to add one. */
export function RelationsSection(props: RelationsSectionProps) {
  const { base, rights, claim, relations, relating, onRelate } = props;
  const [saying, setSaying] = useState<Saying>(null);
  const relates = rights.write && claim.status !== "retracted";
  return (
    <section id="relations" aria-labelledby="relations-heading" className="scroll-mt-16">
      <div className="flex items-baseline justify-between gap-4 pb-1.5">
        <h2 id="relations-heading" className="font-semibold text-base">
          Relations
        </h2>
        {relates ? <RelateMenu onRelate={onRelate} /> : null}
      </div>
      {relating}
      {relations.length === 0 && !relating ? (
        <p className="border-hairline border-t py-2 text-ink-3 text-sm">
          {relates
            ? "Related to no other claim yet. A key says how it stands to one: = agrees, x contradicts, q qualifies."
            : "Related to no other claim yet."}
        </p>
      ) : null}
      {relations.map((relation) => (
        <CounterpartCard
          key={`${relation.id} ${relation.claimId}`}
          relation={relation}
          href={`${base}/claims/${relation.counterpart.number}`}
          actions={
            <>
              <PairActions {...props} relation={relation} saying={saying} onSaying={setSaying} />
              {props.talks[relation.id]}
            </>
          }
        />
      ))}
    </section>
  );
}

function RelateMenu({ onRelate }: { onRelate: (kind: RelationKind) => void }) {
  return (
    <Menu
      label="How it stands to another claim"
      align="end"
      trigger={
        <Button size="sm" icon={<Link2 />}>
          Relate
        </Button>
      }
    >
      {VERBS.map(({ keys, kind, label }) => (
        <MenuItem key={kind} keys={keys} icon={<RelationGlyph kind={kind} />} onSelect={() => onRelate(kind)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
