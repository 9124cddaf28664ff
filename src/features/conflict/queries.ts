import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { claimLabel } from "@/features/claim/rules/claim-number";
import { listClaimCards } from "@/features/relation/queries";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { countReports, findMembers, type Member, outletsOf } from "./queries/members";
import { standingLinks } from "./queries/standing-links";
import { campOrigins, descentOf, type Lineage, lineageOf } from "./rules/camp-origins";
import { aboutOf, conflictGroups, type Group, inconsistenciesOf, oppositionsOf } from "./rules/camps";
import type { Camp, Conflict, ConflictSummary, ListConflicts } from "./schema";

type Members = Map<number, Member>;

/**
 * The conflicts of a case by their lowest claim number. `outlet` keeps those in which a claim is attributed to it.
 * One query reads what stands in the case, the rules run in memory, a second reads the claims of the page alone.
 */
export async function listConflicts(
  ctx: Ctx,
  caseId: string,
  { limit, cursor, outlet }: ListConflicts,
): Promise<Page<ConflictSummary>> {
  const after = decodeCursor(z.tuple([z.int()]), cursor)?.[0] ?? 0;
  const { lineage, groups } = await readGroups(ctx, caseId);
  const wanted = outlet ? await claimsOfOutlet(ctx, caseId, outlet) : null;
  const rest = groups.filter(
    ({ key, claims }) => key > after && (!wanted || claims.some((claim) => wanted.has(claim))),
  );
  const { items, nextCursor } = cutPage(rest.slice(0, limit + 1), limit, (last) => [last.key]);
  return { items: await summarise(ctx, caseId, items, lineage), nextCursor };
}

/** The conflict that a claim belongs to, by any member's number. */
export async function getConflict(ctx: Ctx, caseId: string, number: number): Promise<Conflict> {
  const { lineage, groups } = await readGroups(ctx, caseId);
  const group = groups.find(({ claims }) => claims.includes(number));
  if (!group) throw notFound("conflict");
  const [members, cards] = await Promise.all([
    findMembers(ctx, caseId, descentOf(group.claims, lineage)),
    listClaimCards(ctx, caseId, group.claims),
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
    findings: [],
    status: "open",
  };
}

/** The conflict that a claim is part of, in short: one, or none. */
export async function conflictsOfClaim(ctx: Ctx, claimId: string): Promise<ConflictSummary[]> {
  const [claim] = await db(ctx).$queryRaw<{ caseId: string; number: number }[]>`
    SELECT case_id::text AS "caseId", number FROM claim WHERE team_id = ${ctx.teamId}::uuid AND id = ${claimId}::uuid`;
  if (!claim) throw notFound("claim");
  const { lineage, groups } = await readGroups(ctx, claim.caseId);
  const group = groups.find(({ claims }) => claims.includes(claim.number));
  return group ? summarise(ctx, claim.caseId, [group], lineage) : [];
}

async function readGroups(ctx: Ctx, caseId: string): Promise<{ lineage: Lineage; groups: Group[] }> {
  const links = await standingLinks(ctx, caseId);
  if (links.length === 0) await getCase(ctx, caseId);
  return { lineage: lineageOf(links), groups: conflictGroups(links) };
}

async function claimsOfOutlet(ctx: Ctx, caseId: string, outletId: string): Promise<Set<number>> {
  const rows = await db(ctx).$queryRaw<{ number: number }[]>`
    SELECT number FROM claim
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid AND outlet_id = ${outletId}::uuid`;
  return new Set(rows.map(({ number }) => number));
}

const membersOf = (claims: number[], members: Members) => claims.flatMap((claim) => members.get(claim) ?? []);

async function summarise(ctx: Ctx, caseId: string, groups: Group[], lineage: Lineage): Promise<ConflictSummary[]> {
  const claims = groups.flatMap((group) => group.claims);
  const members = await findMembers(ctx, caseId, descentOf(claims, lineage));
  return groups.map((group) => present(group, members, lineage));
}

function present(group: Group, members: Members, lineage: Lineage): ConflictSummary {
  const { min, max } = campOrigins(group.claims, members, lineage);
  const all = membersOf(group.claims, members);
  return {
    key: group.key,
    claims: group.claims.length,
    camps: group.camps.length,
    reports: countReports(all),
    origins: { min, max },
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
    status: "open",
  };
}
