import { visibleRelations } from "@/features/claim/queries/visible-relations";
import type { ClaimCard } from "@/features/relation/schema";
import { type Ctx, db } from "@/platform/context";
import { notFound } from "@/platform/errors";
import type { Lineage } from "../rules/camp-origins";
import { conflictGroups, type Group } from "../rules/camps";
import { rewind, type WordsThen } from "../rules/rewind";
import type { ConflictLink } from "../schema";
import { readLineage } from "./origin-marks";
import { pastRows, touchedSince } from "./past-rows";

type Cards = Map<number, ClaimCard>;

type Then = {
  group: Group;
  lineage: Lineage;
  /** Puts the words that claims had then in the place of those they have. */
  reword: (cards: Cards) => Cards;
};

/**
 * The conflict of a claim as it was at the end of a day, or null where there was none. It reads what stands in the whole
 * case and replays what has happened since; in a blind case only of pairs that the caller has judged.
 */
export async function groupAsOf(ctx: Ctx, caseId: string, number: number, day: string): Promise<Then | null> {
  const relations = await everyRelation(ctx, caseId);
  const claims = await everyClaim(ctx, caseId);
  if (claims.length === 0) throw notFound("conflict");
  const known = new Set([...relations.map(({ id }) => id), ...claims.map(({ id }) => id)]);
  const since = await touchedSince(ctx, caseId, day, ["claim", "relation"]);
  const touched = new Set([...since].filter((id) => known.has(id)));
  const links = relations.filter((relation): relation is ConflictLink => relation.kind !== null);
  const then = rewind({ links, claims }, touched, await pastRows(ctx, touched, day));
  const groups = conflictGroups(then.links);
  const group = groups.find((each) => each.claims.includes(number));
  if (!group) return null;
  const lineage = await readLineage(ctx, caseId, then.links, [group]);
  return { group, lineage, reword: (cards) => reworded(cards, then.words) };
}

/** With those of which nothing stands now: something may have stood then. */
const everyRelation = (ctx: Ctx, caseId: string) => db(ctx).$queryRaw<
  (Omit<ConflictLink, "kind"> & { kind: ConflictLink["kind"] | null })[]
>`
  SELECT r.id::text, r.family::text, r.standing::text AS kind, r.standing_about::text AS about,
    CASE WHEN r.reversed THEN ct.number ELSE cf.number END AS "from",
    CASE WHEN r.reversed THEN cf.number ELSE ct.number END AS "to"
  FROM relation r
  JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id
  JOIN claim cf ON cf.team_id = r.team_id AND cf.id = r.from_claim_id
  JOIN claim ct ON ct.team_id = r.team_id AND ct.id = r.to_claim_id
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND ${visibleRelations(ctx)}`;

const everyClaim = (ctx: Ctx, caseId: string) => db(ctx).$queryRaw<{ id: string; number: number; stands: boolean }[]>`
  SELECT id::text, number, status <> 'retracted' AS stands FROM claim
  WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid`;

function reworded(cards: Cards, words: ReadonlyMap<string, WordsThen>): Cards {
  return new Map(
    [...cards].map(([number, card]) => {
      const { quote, ...said } = words.get(card.id) ?? {};
      return [number, { ...card, ...said, quote: quote === undefined ? card.quote : quoteThen(card, quote) }];
    }),
  );
}

/** Around another quote stood other words, which the history does not keep. */
function quoteThen({ quote }: ClaimCard, exact: string | null): ClaimCard["quote"] {
  if (exact === null || quote?.exact === exact) return exact === null ? null : quote;
  return { exact, prefix: "", suffix: "", state: "exact" };
}
