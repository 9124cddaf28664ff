import { listClaimCards } from "@/features/relation/queries";
import type { ClaimCard } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { notFound } from "@/platform/errors";
import { campOrigins, descentOf, type Lineage } from "../rules/camp-origins";
import { aboutOf, type Group, inconsistenciesOf, oppositionsOf } from "../rules/camps";
import type { Camp, Conflict } from "../schema";
import { findingsOf, NO_FINDING } from "./finding-states";
import { findingsAsOf } from "./findings-as-of";
import { groupAsOf } from "./group-as-of";
import { assigneeOf, countReports, findMembers, type Members, membersOf, outletsOf } from "./members";
import { readWithSuspicions } from "./read-with-suspicions";

/** The conflict that a claim belongs to, by any member's number; with a day, as it was at the end of that day. */
export async function getConflict(ctx: Ctx, caseId: string, number: number, asOf?: string): Promise<Conflict> {
  if (asOf !== undefined) return conflictAsOf(ctx, caseId, number, asOf);
  const { lineage, group } = await readWithSuspicions(ctx, caseId, number);
  const [conflict] = await describeConflicts(ctx, caseId, [group], lineage);
  if (!conflict) throw notFound("conflict");
  return conflict;
}

/** Conflicts in full as they are now, in the order given, with a fixed number of queries for all of them. */
export async function describeConflicts(
  ctx: Ctx,
  caseId: string,
  groups: Group[],
  lineage: Lineage,
): Promise<Conflict[]> {
  const claims = groups.flatMap((group) => group.claims);
  const [members, cards, found] = await Promise.all([
    findMembers(ctx, caseId, descentOf(claims, lineage)),
    listClaimCards(ctx, caseId, claims),
    findingsOf(ctx, caseId, groups, lineage),
  ]);
  return groups.map((group) => ({
    ...describeGroup(group, { members, cards, lineage }),
    ...(found.get(group.key) ?? { ...NO_FINDING, findings: [] }),
    asOf: null,
  }));
}

async function conflictAsOf(ctx: Ctx, caseId: string, number: number, asOf: string): Promise<Conflict> {
  const then = await groupAsOf(ctx, caseId, number, asOf);
  if (!then) throw notFound("conflict");
  const { group, lineage } = then;
  const members = await findMembers(ctx, caseId, descentOf(group.claims, lineage));
  const cards = then.reword(await listClaimCards(ctx, caseId, group.claims));
  const found = await findingsAsOf(ctx, caseId, { group, lineage, cards, members }, asOf);
  return { ...describeGroup(group, { members, cards, lineage }), ...found, asOf };
}

type Evidence = { members: Members; cards: ReadonlyMap<number, ClaimCard>; lineage: Lineage };
type Described = Omit<Conflict, "findings" | "finding" | "status" | "asOf">;

function describeGroup(group: Group, { members, cards, lineage }: Evidence): Described {
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
    assignee: assigneeOf(membersOf(group.claims, members)),
  };
}
