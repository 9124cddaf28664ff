import type { RelationOfClaim } from "../schema";
import { CounterpartCard } from "./counterpart-card";

/** A claim's relations as cards, each with a link to the other claim's page under `base`, the case's address. */
export function CounterpartCards({ relations, base }: { relations: RelationOfClaim[]; base: string }) {
  return relations.map((relation) => (
    <CounterpartCard
      key={`${relation.id} ${relation.claimId}`}
      relation={relation}
      href={`${base}/claims/${relation.counterpart.number}`}
    />
  ));
}
