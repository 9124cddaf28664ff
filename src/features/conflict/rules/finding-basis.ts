import type { ClaimCard } from "@/features/relation/schema";
import type { ConflictLink, FindingBasis } from "../schema";
import { campOrigins, type Lineage, type SourcedClaim } from "./camp-origins";
import type { Group } from "./camps";

type Evidence = {
  cards: ReadonlyMap<number, ClaimCard>;
  sources: Map<number, SourcedClaim>;
  lineage: Lineage;
  /** Grades are left out in a blind case: they would tell what others gave. */
  blind: boolean;
};

/** What a conflict stands on now, in the shape in which a finding remembers it. */
export function basisOf(group: Group, { cards, sources, lineage, blind }: Evidence): FindingBasis {
  return {
    claims: group.camps.flatMap(({ letter, claims }) =>
      claims.flatMap((number) => {
        const card = cards.get(number);
        return card ? [basisOfClaim(card, letter, blind)] : [];
      }),
    ),
    relations: linksOf(group).map(({ id, from, to, kind, about }) => ({ id, from, to, kind, about })),
    camps: group.camps.map(({ letter, claims }) => {
      const { min, max, roots } = campOrigins(claims, sources, lineage);
      return {
        letter,
        origins: { min, max },
        roots: roots.map(({ name, kind, outletId, established, claims }) => ({
          name,
          kind,
          outletId,
          established,
          claims,
        })),
      };
    }),
  };
}

/** Every standing relation between claims of the group. */
export const linksOf = ({ joins, contradictions, aside }: Group): ConflictLink[] => [
  ...contradictions,
  ...joins,
  ...aside,
];

const NO_GRADES = { reliability: null, credibility: null, confidence: null };

function basisOfClaim(card: ClaimCard, camp: string, blind: boolean): FindingBasis["claims"][number] {
  const { id, number, statement, outlet, attribution, occurredOn, reportedOn, status } = card;
  const { reliability, credibility, confidence } = card;
  const grades = blind ? NO_GRADES : { reliability, credibility, confidence };
  const quote = card.quote?.exact ?? null;
  return { id, number, camp, statement, quote, outlet, attribution, occurredOn, reportedOn, status, ...grades };
}

/** A basis as it may be shown in a blind case. */
export const withoutBasisGrades = (basis: FindingBasis): FindingBasis => ({
  ...basis,
  claims: basis.claims.map((claim) => ({ ...claim, ...NO_GRADES })),
});

/** The letter of the one camp that holds any of these claims now; null where none does, or several. */
export function campHolding(camps: Group["camps"], numbers: number[]): string | null {
  const holding = camps.filter(({ claims }) => claims.some((claim) => numbers.includes(claim)));
  return holding.length === 1 ? (holding[0]?.letter ?? null) : null;
}
