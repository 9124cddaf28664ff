import { AkinList } from "@/features/claim/components/akin-list";
import { loadCounterparts } from "@/features/claim/loaders";
import type { Claim } from "@/features/claim/schema";
import type { RelationOfClaim } from "@/features/relation/schema";

type AkinToProps = { team: string; base: string; claim: Claim; relations: RelationOfClaim[]; canRelate: boolean };

/** The claims that may be about the same thing, in the order in which a verb's panel numbers them. */
export async function AkinTo({ team, base, claim, relations, canRelate }: AkinToProps) {
  const items = await loadCounterparts(team, claim.id);
  if (items.length === 0) return null;
  const related = new Map(
    relations.flatMap(({ counterpart, kind }) => (kind ? [[counterpart.id, kind] as const] : [])),
  );
  return (
    <section aria-labelledby="akin">
      <h2 id="akin" className="font-semibold text-base">
        Perhaps about the same
      </h2>
      {canRelate ? (
        <p className="text-ink-3 text-sm">A verb and then the number relates one of them: for instance x and 1.</p>
      ) : null}
      <AkinList items={items} base={base} related={related} numbered />
    </section>
  );
}
