import type { FindingBasis } from "@/features/conflict/schema";

type Ids = ReadonlyMap<string, { id: string }>;

/** What a finding was decided on, by the ids that claims, relations and outlets have here. */
export function placeBasis(
  basis: FindingBasis,
  { claims, relations, outlets }: Record<"claims" | "relations" | "outlets", Ids>,
): FindingBasis {
  const placed = (ids: Ids, id: string) => ids.get(id)?.id ?? id;
  return {
    claims: basis.claims.map((claim) => ({
      ...claim,
      id: placed(claims, claim.id),
      outlet: claim.outlet && { ...claim.outlet, id: placed(outlets, claim.outlet.id) },
    })),
    relations: basis.relations.map((relation) => ({ ...relation, id: placed(relations, relation.id) })),
    camps: basis.camps.map((camp) => ({
      ...camp,
      roots: camp.roots.map((root) => ({ ...root, outletId: root.outletId && placed(outlets, root.outletId) })),
    })),
  };
}
