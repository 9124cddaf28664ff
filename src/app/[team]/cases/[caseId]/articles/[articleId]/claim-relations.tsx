"use client";

import { wordOf } from "@/features/relation/components/relation-words";
import type { RelationOfClaim } from "@/features/relation/schema";
import { ClaimNumber } from "@/ui/claim-number";
import { RelationMark } from "@/ui/relation-mark";

type Props = { relations: RelationOfClaim[]; base: string };

/** A claim's relations in one line: `= C-4 Reuters  ≠ C-9 UTV`. */
export function RelationLine({ relations, base }: Props) {
  if (relations.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1" aria-label="Relations">
      {relations.map((relation) => (
        <li key={`${relation.id} ${relation.claimId}`} className="inline-flex items-center gap-1 text-xs">
          <RelationMark kind={relation.kind ?? "disputed"} word={wordOf(relation)} look="glyph" />
          <ClaimNumber number={relation.counterpart.number} href={`${base}/claims/${relation.counterpart.number}`} />
          <bdi className="max-w-32 truncate text-ink-2">{relation.counterpart.outlet?.name}</bdi>
        </li>
      ))}
    </ul>
  );
}
