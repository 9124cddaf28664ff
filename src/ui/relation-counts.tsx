import { RELATION_SIGNS } from "./relation-glyph";
import { RelationMark } from "./relation-mark";

const KINDS = Object.keys(RELATION_SIGNS) as (keyof typeof RELATION_SIGNS)[];

/** `=2 ≠1`: what stands between a claim and others, by kind. */
export function RelationCounts({ relations }: { relations: Record<string, number> }) {
  return (
    <span className="inline-flex gap-2 whitespace-nowrap">
      {KINDS.flatMap((kind) => {
        const count = relations[kind];
        return count ? [<RelationMark key={kind} kind={kind} count={count} look="glyph" />] : [];
      })}
    </span>
  );
}
