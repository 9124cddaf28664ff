import { seenGrade } from "@/features/claim/queries/visible-grades";
import { seesRelation, standsVisibly } from "@/features/claim/queries/visible-relations";
import { claimLabel } from "@/features/claim/rules/claim-number";
import { FAR_PAIRS } from "@/features/claim/rules/grade-distance";
import { outletKey } from "@/features/outlet/rules";
import type { OutletRef, Reliability } from "@/features/outlet/schema";
import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import {
  type CreditedArticle,
  confirmedAlone,
  type DatedClaim,
  type Dispute,
  farApartGrades,
  type LostQuote,
  leftUndecided,
  lostWords,
  maybeUpdate,
  oneOwnerCamp,
  type Raised,
  soleSource,
  UNDECIDED_DAYS,
} from "../rules/warnings";
import type { ConflictLink, WarnedClaim, WarningKind } from "../schema";
import { type CaseOf, countCamps } from "./count-camps";

/** Where in the order of its kind a warning stands: by the numbers of its claims. */
export type Place = [number, number];

/** `among` keeps what is about these claims, by number, or these articles. */
export type Look = CaseOf & { tolerance: number; among: { claims: number[]; articles: string[] } | null };

export type Found = { raised: Raised; place: Place };

/** What a look found behind a place, and how far it saw: null at the end. */
export type Sight = { found: Found[]; seen: Place | null };
type Finder = (ctx: Ctx, look: Look, after: Place, take: number) => Promise<Sight>;

const START: Place = [0, 0];

/** In SQL what may warn, in the rules what does. Each looks at `take` candidates behind a place. */
export const FINDERS: Record<WarningKind, Finder> = {
  confirmed_alone: findConfirmedAlone,
  far_apart_grades: findFarApart,
  maybe_update: findUpdates,
  one_owner_camp: findOneOwner,
  sole_source: findSoleSources,
  left_undecided: findUndecided,
  lost_words: findLostWords,
};

export const beginning = (): Place => START;

const sight = <Row>(
  rows: Row[],
  take: number,
  placeOf: (row: Row) => Place,
  raise: (row: Row) => Raised | null,
): Sight => {
  const last = rows.at(-1);
  return {
    found: rows.flatMap((row) => {
      const raised = raise(row);
      return raised ? [{ raised, place: placeOf(row) }] : [];
    }),
    seen: last && rows.length >= take ? placeOf(last) : null,
  };
};

/** A claim `c` of the case that stands, behind a number, among those asked for. */
const claimsBehind = (ctx: Ctx, { caseId, among }: Look, after: number) => Prisma.sql`
  c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted' AND c.number > ${after}
  ${among ? Prisma.sql`AND c.number = ANY(${among.claims}::int[])` : Prisma.empty}`;

/** A claim as warnings name it. */
const warned = (claim: "c" | "cf" | "ct", outlet: "o" | "f" | "t") => {
  const [c, o] = [Prisma.raw(claim), Prisma.raw(outlet)];
  return Prisma.sql`jsonb_build_object('id', ${c}.id, 'number', ${c}.number, 'claim', 'C-' || ${c}.number,
    'statement', ${c}.statement,
    'outlet', CASE WHEN ${o}.id IS NOT NULL THEN jsonb_build_object('id', ${o}.id, 'name', ${o}.name) END)`;
};

async function findConfirmedAlone(ctx: Ctx, look: Look, [after]: Place, take: number): Promise<Sight> {
  const rows = await db(ctx).$queryRaw<{ number: number; claim: WarnedClaim }[]>`
    SELECT c.number, ${warned("c", "o")} AS claim
    FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    WHERE ${claimsBehind(ctx, look, after)} AND c.credibility = 1
      AND ${seenGrade(ctx, look.blind, Prisma.sql`c.credibility`)} = 1
    ORDER BY c.number LIMIT ${take}`;
  const { camps } = await countCamps(
    ctx,
    look,
    rows.map(({ number }) => number),
  );
  const campOf = new Map(camps.flatMap((camp) => camp.claims.map((claim) => [claim, camp] as const)));
  return sight(rows, take, byNumber, ({ number, claim }) => {
    const camp = campOf.get(number);
    return camp ? confirmedAlone(claim, 1, camp) : null;
  });
}

const byNumber = ({ number }: { number: number }): Place => [number, 0];

async function findFarApart(ctx: Ctx, look: Look, [after]: Place, take: number): Promise<Sight> {
  const credibility = seenGrade(ctx, look.blind, Prisma.sql`c.credibility`);
  const reliability = Prisma.sql`coalesce(${seenGrade(ctx, look.blind, Prisma.sql`c.reliability`)}, o.reliability)`;
  type Row = { number: number; claim: WarnedClaim; reliability: Reliability; credibility: number };
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT c.number, ${warned("c", "o")} AS claim, ${reliability}::text AS reliability, ${credibility}::int AS credibility
    FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    WHERE ${claimsBehind(ctx, look, after)} AND c.credibility IN (1, 2, 4, 5)
      AND ${reliability}::text || ${credibility} = ANY(${FAR_PAIRS}::text[])
    ORDER BY c.number LIMIT ${take}`;
  return sight(rows, take, byNumber, ({ claim, ...grades }) => farApartGrades(claim, grades));
}

/** Of the ends at hand, which costs less than to ask for them once more. */
const bothStand = Prisma.sql`cf.status <> 'retracted' AND ct.status <> 'retracted'`;

/** A relation `r` of the case between `cf` and `ct`, in the order of their numbers, behind a place. */
const pairsBehind = (ctx: Ctx, { caseId, blind, among }: Look, after: Place) => Prisma.sql`
  FROM relation r
  JOIN claim cf ON cf.team_id = r.team_id AND cf.id = r.from_claim_id
  JOIN claim ct ON ct.team_id = r.team_id AND ct.id = r.to_claim_id
  LEFT JOIN outlet f ON f.team_id = cf.team_id AND f.id = cf.outlet_id
  LEFT JOIN outlet t ON t.team_id = ct.team_id AND t.id = ct.outlet_id
  WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND ${bothStand}
    AND ${seesRelation(ctx, blind)}
    AND (least(cf.number, ct.number), greatest(cf.number, ct.number)) > (${after[0]}::int, ${after[1]}::int)
    ${
      among
        ? Prisma.sql`AND (cf.number = ANY(${among.claims}::int[]) OR ct.number = ANY(${among.claims}::int[]))`
        : Prisma.empty
    }`;

const inOrder = Prisma.sql`ORDER BY least(cf.number, ct.number), greatest(cf.number, ct.number), r.id`;

type Ends<End> = { link: ConflictLink; ends: [End, End] };
const byEnds = ({ ends: [a, b] }: Ends<{ number: number }>): Place => [
  Math.min(a.number, b.number),
  Math.max(a.number, b.number),
];

async function findUpdates(ctx: Ctx, look: Look, after: Place, take: number): Promise<Sight> {
  const dated = (claim: "cf" | "ct", outlet: "f" | "t") => {
    const c = Prisma.raw(claim);
    return Prisma.sql`${warned(claim, outlet)} || jsonb_build_object('occurredOn', ${c}.occurred_on,
      'occurredMin', ${c}.occurred_min, 'occurredMax', ${c}.occurred_max)`;
  };
  const rows = await db(ctx).$queryRaw<Ends<DatedClaim>[]>`
    SELECT jsonb_build_object('id', r.id, 'about', r.standing_about) AS link,
      jsonb_build_array(${dated("cf", "f")}, ${dated("ct", "t")}) AS ends
    ${pairsBehind(ctx, look, after)}
      AND r.standing = 'contradicts' AND r.standing_about IS DISTINCT FROM 'time'
      AND (cf.occurred_max + ${look.tolerance}::int < ct.occurred_min
        OR ct.occurred_max + ${look.tolerance}::int < cf.occurred_min)
    ${inOrder} LIMIT ${take}`;
  return sight(rows, take, byEnds, ({ link, ends: [a, b] }) => maybeUpdate(link, a, b, look.tolerance));
}

async function findUndecided(ctx: Ctx, look: Look, after: Place, take: number): Promise<Sight> {
  type Row = Ends<WarnedClaim> & { version: number; since: Date; relation: string };
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT r.id::text AS relation, r.version, r.updated_at AS since,
      jsonb_build_array(${warned("cf", "f")}, ${warned("ct", "t")}) AS ends
    ${pairsBehind(ctx, look, after)}
      AND r.standing = 'disputed' AND r.updated_at <= now() - make_interval(days => ${UNDECIDED_DAYS})
    ${inOrder} LIMIT ${take}`;
  const now = new Date();
  return sight(rows, take, byEnds, (row): Raised | null => leftUndecided(row satisfies Dispute, now));
}

/**
 * Camps of one owner only. A camp with several outlets of an owner has a link between two of them, so the candidates are
 * the ends of such links; a camp is told with the lowest of its own.
 */
async function findOneOwner(ctx: Ctx, look: Look, [after]: Place, take: number): Promise<Sight> {
  const owners = await findOwners(ctx);
  const candidates = look.among
    ? look.among.claims.filter((number) => number > after).sort((a, b) => a - b)
    : await linkedInFamily(ctx, look, owners, after, take);
  if (owners.size === 0 || candidates.length === 0) return { found: [], seen: null };
  const { camps, members } = await countCamps(ctx, look, candidates);
  const last = candidates.at(-1);
  const asked = new Set(candidates);
  const ownerOf = (outlet: OutletRef | null) => (outlet && owners.get(outlet.id)?.owner) ?? null;
  const found = camps.flatMap((camp): Found[] => {
    const claims = camp.claims.flatMap((number) => {
      const member = members.get(number);
      if (!member) return [];
      const { id, statement, outlet } = member;
      return [{ id, number, claim: claimLabel(number), statement, outlet, owner: ownerOf(outlet) }];
    });
    const raised = oneOwnerCamp(camp, claims);
    const outletOf = (number: number) => members.get(number)?.outlet?.id;
    const ends = look.among
      ? camp.claims.filter((claim) => look.among?.claims.includes(claim))
      : camp.joins.flatMap(({ from, to }) => (outletOf(from) === outletOf(to) ? [] : [from, to]));
    const first = Math.min(...ends);
    return raised && asked.has(first) ? [{ raised, place: [first, 0] }] : [];
  });
  found.sort((a, b) => a.place[0] - b.place[0]);
  return { found, seen: !look.among && last !== undefined && candidates.length >= take ? [last, 0] : null };
}

type Owners = Map<string, { owner: string; key: string }>;

/** Which outlets share their owner with another, by id. Names are folded: that is no work for SQL. */
async function findOwners(ctx: Ctx): Promise<Owners> {
  const rows = await db(ctx).$queryRaw<{ id: string; owner: string }[]>`
    SELECT id::text, owner FROM outlet WHERE team_id = ${ctx.teamId}::uuid AND owner IS NOT NULL ORDER BY id`;
  const keyed = rows.map((row) => ({ ...row, key: outletKey(row.owner) }));
  const size = new Map<string, number>();
  for (const { key } of keyed) size.set(key, (size.get(key) ?? 0) + 1);
  return new Map(keyed.filter(({ key }) => (size.get(key) ?? 0) > 1).map((row) => [row.id, row]));
}

async function linkedInFamily(ctx: Ctx, look: Look, owners: Owners, after: number, take: number): Promise<number[]> {
  const ids = [...owners.keys()];
  const keys = [...owners.values()].map(({ key }) => key);
  const rows = await db(ctx).$queryRaw<{ number: number }[]>`
    WITH family(outlet_id, owner) AS (SELECT * FROM unnest(${ids}::uuid[], ${keys}::text[]))
    SELECT DISTINCT e.number FROM relation r
    JOIN claim cf ON cf.team_id = r.team_id AND cf.id = r.from_claim_id
    JOIN claim ct ON ct.team_id = r.team_id AND ct.id = r.to_claim_id AND ct.outlet_id <> cf.outlet_id
    JOIN family ff ON ff.outlet_id = cf.outlet_id
    JOIN family ft ON ft.outlet_id = ct.outlet_id AND ft.owner = ff.owner
    CROSS JOIN LATERAL (VALUES (cf.number), (ct.number)) e(number)
    WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${look.caseId}::uuid
      AND r.standing IN ('agrees', 'repeats') AND ${bothStand} AND ${seesRelation(ctx, look.blind)}
      AND e.number > ${after}
    ORDER BY e.number LIMIT ${take}`;
  return rows.map(({ number }) => number);
}

async function findSoleSources(ctx: Ctx, { caseId, among }: Look, [after]: Place, take: number): Promise<Sight> {
  const wanted = among
    ? Prisma.sql`AND c.article_id IN (
        SELECT unnest(${among.articles}::uuid[]) UNION SELECT w.article_id FROM claim w
        WHERE w.team_id = ${ctx.teamId}::uuid AND w.case_id = ${caseId}::uuid AND w.number = ANY(${among.claims}::int[]))`
    : Prisma.empty;
  const rows = await db(ctx).$queryRaw<CreditedArticle[]>`
    WITH credited AS MATERIALIZED (
      SELECT c.article_id, (array_agg(c.outlet_id))[1] AS outlet_id, array_agg(c.number ORDER BY c.number) AS claims
      FROM claim c WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.status <> 'retracted'
        AND c.article_id IS NOT NULL ${wanted}
      GROUP BY c.article_id
      HAVING count(*) > 1 AND count(c.outlet_id) = count(*) AND count(DISTINCT c.outlet_id) = 1)
    SELECT a.id::text, a.title, m.claims, s.names AS "namesSource",
      jsonb_build_object('id', p.id, 'name', p.name) AS publisher,
      jsonb_build_object('id', o.id, 'name', o.name) AS outlet,
      (SELECT jsonb_agg(${warned("c", "o")} ORDER BY c.number) FROM claim c
        WHERE c.team_id = a.team_id AND c.case_id = a.case_id AND c.number = ANY(m.claims[1:3])) AS about
    FROM credited m
    JOIN article a ON a.team_id = ${ctx.teamId}::uuid AND a.id = m.article_id
    JOIN outlet p ON p.team_id = a.team_id AND p.id = a.outlet_id
    JOIN outlet o ON o.team_id = a.team_id AND o.id = m.outlet_id
    CROSS JOIN LATERAL (SELECT EXISTS (
      SELECT 1 FROM claim c JOIN attribution_step s ON s.team_id = c.team_id AND s.claim_id = c.id
      WHERE c.team_id = a.team_id AND c.case_id = a.case_id AND c.article_id = a.id AND c.status <> 'retracted'
        AND s.kind = 'source') AS names) s
    WHERE m.claims[1] > ${after} AND (o.id <> p.id OR NOT s.names)
    ORDER BY m.claims[1] LIMIT ${take}`;
  return sight(rows, take, ({ claims }) => [claims[0] ?? 0, 0], soleSource);
}

async function findLostWords(ctx: Ctx, look: Look, [after]: Place, take: number): Promise<Sight> {
  type Row = LostQuote & { number: number; claim: WarnedClaim };
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT c.number, ${warned("c", "o")} AS claim, q.state::text, q.version_id::text AS "versionId", d.contradictions
    FROM claim c JOIN quote q ON q.team_id = c.team_id AND q.claim_id = c.id AND q.state IN ('changed', 'orphaned')
    JOIN article_version v ON v.team_id = q.team_id AND v.id = q.version_id AND v.text IS NOT NULL
    LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    CROSS JOIN LATERAL (
      SELECT array_agg(r.id::text ORDER BY r.id) AS contradictions FROM relation r
      WHERE r.team_id = c.team_id AND (r.from_claim_id = c.id OR r.to_claim_id = c.id)
        AND r.standing = 'contradicts' AND ${standsVisibly(ctx, look.blind)}) d
    WHERE ${claimsBehind(ctx, look, after)} AND d.contradictions IS NOT NULL
    ORDER BY c.number LIMIT ${take}`;
  return sight(rows, take, byNumber, ({ claim, ...quote }) => lostWords(claim, quote));
}
