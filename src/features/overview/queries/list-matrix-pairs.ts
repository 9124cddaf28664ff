import { z } from "zod";
import { getCase } from "@/features/case/queries";
import { standsVisibly } from "@/features/claim/queries/visible-relations";
import { linksAround } from "@/features/conflict/queries/standing-links";
import { conflictGroups } from "@/features/conflict/rules/camps";
import type { ConflictLink } from "@/features/conflict/schema";
import { listClaimCards } from "@/features/relation/queries";
import type { ContradictionAbout, RelationFamily } from "@/features/relation/schema";
import { type Ctx, db } from "@/platform/context";
import { cutPage, decodeCursor } from "@/platform/cursor";
import { Prisma } from "@/platform/db/client";
import { notFound } from "@/platform/errors";
import type { Page } from "@/platform/fields";
import { cellPairs, positionOf } from "../rules/cell-pairs";
import type { Ground } from "../rules/matrix-ground";
import { type CellPair, type LinksOf, linksByClaim } from "../rules/matrix-pairs";
import { showPair } from "../rules/show-pair";
import type { ListMatrixPairs, MatrixKind, MatrixPair } from "../schema";
import { readGround } from "./read-ground";

/** The pairs that a cell of the matrix counts, by the numbers of their claims. */
export async function listMatrixPairs(ctx: Ctx, caseId: string, list: ListMatrixPairs): Promise<Page<MatrixPair>> {
  await mustKnowOutlets(ctx, [list.a, list.b]);
  return list.by === "report" && !list.implied ? recordedPairs(ctx, caseId, list) : pairsOfUnits(ctx, caseId, list);
}

async function mustKnowOutlets(ctx: Ctx, ids: string[]): Promise<void> {
  const rows = await db(ctx).$queryRaw<unknown[]>`
    SELECT 1 FROM outlet WHERE team_id = ${ctx.teamId}::uuid AND id = ANY(${ids}::uuid[])`;
  if (rows.length !== new Set(ids).size) throw notFound("outlet");
}

/** A pair as it is to be shown, with claims by number. */
type Draft = Omit<MatrixPair, "from" | "to"> & { from: number; to: number };

async function withCards(ctx: Ctx, caseId: string, page: Page<Draft>): Promise<Page<MatrixPair>> {
  const cards = await listClaimCards(ctx, caseId, [...new Set(page.items.flatMap(({ from, to }) => [from, to]))]);
  const items = page.items.flatMap((draft) => {
    const [from, to] = [cards.get(draft.from), cards.get(draft.to)];
    return from && to ? [{ ...draft, from, to }] : [];
  });
  return { items, nextCursor: page.nextCursor };
}

type Row = {
  id: string;
  kind: MatrixKind;
  family: RelationFamily;
  about: ContradictionAbout | null;
  /** Their ids. */
  claims: string[];
  from: number;
  to: number;
};

async function recordedPairs(ctx: Ctx, caseId: string, list: ListMatrixPairs): Promise<Page<MatrixPair>> {
  const { blind } = await getCase(ctx, caseId);
  const after = decodeCursor(z.tuple([z.int(), z.int(), z.enum(["content", "descent"])]), list.cursor);
  const between = (from: string, to: string) => Prisma.sql`
    SELECT r.id, r.standing, r.family, r.standing_about, r.reversed, f.number AS head, t.number AS tail,
           ARRAY[f.id, t.id]::text[] AS claims
    FROM claim f
    JOIN relation r ON r.team_id = f.team_id AND r.from_claim_id = f.id
    JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id
    WHERE f.team_id = ${ctx.teamId}::uuid AND f.case_id = ${caseId}::uuid
      AND f.outlet_id = ${from}::uuid AND t.outlet_id = ${to}::uuid
      AND r.standing NOT IN ('unrelated', 'disputed') AND ${standsVisibly(ctx, blind)}
      ${list.kind ? Prisma.sql`AND r.standing = ${list.kind}::standing_kind` : Prisma.empty}`;
  // Either end may be of either outlet; two queries keep to the index on the claims' outlets, and UNION takes doubles.
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT id::text, standing::text AS kind, family::text, standing_about::text AS about, claims,
           CASE WHEN reversed THEN tail ELSE head END AS "from", CASE WHEN reversed THEN head ELSE tail END AS "to"
    FROM (${between(list.a, list.b)} UNION ${between(list.b, list.a)}) pair
    ${
      after
        ? Prisma.sql`WHERE (least(head, tail), greatest(head, tail), family)
          > (${after[0]}::int, ${after[1]}::int, ${after[2]}::relation_family)`
        : Prisma.empty
    }
    ORDER BY least(head, tail), greatest(head, tail), family LIMIT ${list.limit + 1}`;
  const { items, nextCursor } = cutPage(rows, list.limit, ({ from, to, family }) => [
    Math.min(from, to),
    Math.max(from, to),
    family,
  ]);
  const claimIds = [...new Set(items.flatMap(({ claims }) => claims))];
  const keyOf = conflictFinder(await linksAround(ctx, claimIds, { blind }));
  const drafts = items.map(({ id, kind, about, from, to }) => {
    return { kind, relationId: id, about, from, to, origins: null, recorded: 1, conflict: keyOf(from, to) };
  });
  return withCards(ctx, caseId, { items: drafts, nextCursor });
}

const AFTER = z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]);

async function pairsOfUnits(ctx: Ctx, caseId: string, list: ListMatrixPairs): Promise<Page<MatrixPair>> {
  const after = decodeCursor(AFTER, list.cursor);
  const ground = await readGround(ctx, caseId, list.by);
  const found: CellPair[] = [];
  for (const pair of cellPairs(ground, list, after)) {
    found.push(pair);
    if (found.length > list.limit) break;
  }
  const { items, nextCursor } = cutPage(found, list.limit, (last) => positionOf(ground, last));
  const linksOf = linksByClaim(ground.links);
  const keyOf = conflictFinder(ground.links);
  const drafts = items.flatMap((pair) => draftOf(ground, pair, linksOf, keyOf) ?? []);
  return withCards(ctx, caseId, { items: drafts, nextCursor });
}

function draftOf(ground: Ground, pair: CellPair, linksOf: LinksOf, keyOf: KeyOf): Draft | null {
  const shown = showPair(ground, pair, linksOf);
  if (!shown) return null;
  const { link, from, to, turned, recorded } = shown;
  const origins = [pair.u, pair.v].map((index) => {
    const unit = ground.units[index];
    return { name: unit?.name ?? "", claims: unit?.claims.length ?? 0 };
  });
  const [one = NOBODY, other = NOBODY] = turned ? origins.reverse() : origins;
  const named = ground.units[pair.u]?.name !== null;
  return {
    kind: pair.kind,
    relationId: link?.id ?? null,
    about: link?.about ?? null,
    from,
    to,
    origins: named ? { from: one, to: other } : null,
    recorded,
    conflict: keyOf(from, to),
  };
}

const NOBODY = { name: "", claims: 0 };

type KeyOf = (a: number, b: number) => number | null;

/** The conflict that two claims are both part of. */
function conflictFinder(links: ConflictLink[]): KeyOf {
  const keys = new Map(
    conflictGroups(links).flatMap(({ key, claims }) => claims.map((claim) => [claim, key] as const)),
  );
  return (a, b) => {
    const key = keys.get(a);
    return key !== undefined && key === keys.get(b) ? key : null;
  };
}
