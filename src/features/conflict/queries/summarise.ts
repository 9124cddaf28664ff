import { claimLabel } from "@/features/claim/rules/claim-number";
import type { Ctx } from "@/platform/context";
import { campOrigins, descentOf, type Lineage } from "../rules/camp-origins";
import { aboutOf, type Group } from "../rules/camps";
import type { ConflictSummary } from "../schema";
import { type FindingState, findingStates, NO_FINDING } from "./finding-states";
import { assigneeOf, countReports, findMembers, type Members, membersOf, outletsOf } from "./members";

/** Conflicts in short, with a fixed number of queries for all of them. */
export async function summarise(
  ctx: Ctx,
  caseId: string,
  groups: Group[],
  lineage: Lineage,
): Promise<ConflictSummary[]> {
  const claims = groups.flatMap((group) => group.claims);
  const members = await findMembers(ctx, caseId, descentOf(claims, lineage));
  return withFindings(groups, { members, lineage }, await findingStates(ctx, caseId, groups, lineage));
}

type Evidence = { members: Members; lineage: Lineage };

/** The same of what was read already. */
export const withFindings = (
  groups: Group[],
  { members, lineage }: Evidence,
  states: ReadonlyMap<number, FindingState>,
): ConflictSummary[] =>
  groups.map((group) => ({ ...present(group, members, lineage), ...(states.get(group.key) ?? NO_FINDING) }));

function present(group: Group, members: Members, lineage: Lineage): Omit<ConflictSummary, keyof FindingState> {
  const { min, max } = campOrigins(group.claims, members, lineage);
  const all = membersOf(group.claims, members);
  return {
    key: group.key,
    claims: group.claims.length,
    camps: group.camps.length,
    reports: countReports(all),
    origins: { min, max },
    contradictions: group.contradictions.length,
    inconsistent: group.inconsistent,
    about: aboutOf(group.contradictions),
    sides: group.camps.flatMap(({ letter, claims }) => {
      const of = membersOf(claims, members);
      if (!of[0]) return [];
      const { id, number, statement } = of[0];
      const claim = { id, number, claim: claimLabel(number), statement };
      const { min, max, why } = campOrigins(claims, members, lineage);
      const counts = { claims: of.length, reports: countReports(of), origins: { min, max }, why };
      return [{ letter, ...counts, outlets: outletsOf(of), claim }];
    }),
    outlets: outletsOf(all),
    assignee: assigneeOf(all),
  };
}
