import { listClaimCards } from "@/features/relation/queries";
import type { Ctx } from "@/platform/context";
import { notFound } from "@/platform/errors";
import { campOrigins, descentOf } from "../rules/camp-origins";
import { aboutOf, inconsistenciesOf, oppositionsOf } from "../rules/camps";
import type { Camp, Conflict } from "../schema";
import { findingsOf } from "./finding-states";
import { countReports, findMembers, membersOf, outletsOf } from "./members";
import { readGroupOf } from "./read-groups";

/** The conflict that a claim belongs to, by any member's number. */
export async function getConflict(ctx: Ctx, caseId: string, number: number): Promise<Conflict> {
  const held = await readGroupOf(ctx, caseId, number);
  if (!held) throw notFound("conflict");
  const { lineage, group } = held;
  const [members, cards, found] = await Promise.all([
    findMembers(ctx, caseId, descentOf(group.claims, lineage)),
    listClaimCards(ctx, caseId, group.claims),
    findingsOf(ctx, caseId, group, lineage),
  ]);
  const { min, max, circular } = campOrigins(group.claims, members, lineage);
  const camps = group.camps.map(({ letter, claims }): Camp => {
    const { min, max, why, roots } = campOrigins(claims, members, lineage);
    const own = new Set(claims);
    return {
      letter,
      claims: claims.flatMap((claim) => cards.get(claim) ?? []),
      outlets: outletsOf(membersOf(claims, members)),
      reports: countReports(membersOf(claims, members)),
      origins: { min, max },
      why,
      roots,
      joins: group.joins.filter(({ from }) => own.has(from)),
    };
  });
  return {
    key: group.key,
    inconsistent: group.inconsistent,
    reports: countReports(membersOf(group.claims, members)),
    origins: { min, max },
    about: aboutOf(group.contradictions),
    camps,
    oppositions: oppositionsOf(group),
    inconsistencies: inconsistenciesOf(group),
    circular,
    aside: group.aside,
    ...found,
  };
}
