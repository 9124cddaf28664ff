import { getCase } from "@/features/case/queries";
import { standsVisibly } from "@/features/claim/queries/visible-relations";
import { claimLabel } from "@/features/claim/rules/claim-number";
import { findMembers } from "@/features/conflict/queries/members";
import { readLineage } from "@/features/conflict/queries/origin-marks";
import { standingLinks } from "@/features/conflict/queries/standing-links";
import { campOrigins, descentOf } from "@/features/conflict/rules/camp-origins";
import { conflictGroups } from "@/features/conflict/rules/camps";
import type { ConflictLink, Origin } from "@/features/conflict/schema";
import { type Ctx, db } from "@/platform/context";
import { mergeEdges } from "../rules/graph-parts";
import { selectClaims } from "../rules/graph-selection";
import type { Graph, GraphEdge, GraphKind, GraphNode, GraphOf } from "../schema";

/** What a canvas still draws without a stutter. */
const MOST_CLAIMS = 5000;
/** As much of a statement as a card shows. */
const TEXT_LENGTH = 180;

/** The claims, outlets or origins of a case with what stands between them, as far as the caller may know it. */
export async function readGraph(ctx: Ctx, caseId: string, of: GraphOf, most = MOST_CLAIMS): Promise<Graph> {
  if (of === "outlets") return graphOfOutlets(ctx, caseId);
  const all = await standingLinks(ctx, caseId);
  if (all.length === 0) await getCase(ctx, caseId);
  const lines = all.filter(({ kind }) => kind !== "unrelated");
  const { shown, total } = selectClaims(lines, most);
  const within = lines.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const source = { caseId, shown: [...shown].sort((a, b) => a - b), lines: within, all };
  const parts = of === "claims" ? await claimParts(ctx, source) : await originParts(ctx, source);
  return { of, ...parts, claims: { shown: shown.size, total } };
}

type Source = {
  caseId: string;
  shown: number[];
  /** Between the claims shown. */
  lines: ConflictLink[];
  /** Of the whole case: what camps are must not depend on how much is shown. */
  all: ConflictLink[];
};

type Parts = Pick<Graph, "nodes" | "edges">;
type ClaimRow = { number: number; text: string; outlet: string | null };

async function claimParts(ctx: Ctx, { caseId, shown, lines, all }: Source): Promise<Parts> {
  const rows = await db(ctx).$queryRaw<ClaimRow[]>`
    SELECT c.number, left(c.statement, ${TEXT_LENGTH}) AS text, o.name AS outlet
    FROM claim c LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
    WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${shown}::int[])
    ORDER BY c.number`;
  const camps = campsOf(all);
  const nodes = rows.map(({ number, ...row }): GraphNode => {
    const { conflict = null, camp = null } = camps.get(number) ?? {};
    const label = claimLabel(number);
    return { key: label, kind: "claim", label, ...row, claims: 1, claim: number, outletId: null, conflict, camp };
  });
  const at = new Map(rows.map(({ number }, index) => [number, index]));
  const ends = (link: ConflictLink) => ({ a: at.get(link.from) ?? 0, b: at.get(link.to) ?? 0 });
  return { nodes, edges: mergeEdges(lines.map((link) => ({ ...ends(link), kind: link.kind as GraphKind }))) };
}

function campsOf(links: ConflictLink[]): Map<number, { conflict: number; camp: string }> {
  return new Map(
    conflictGroups(links).flatMap(({ key, camps }) =>
      camps.flatMap(({ letter, claims }) => claims.map((claim) => [claim, { conflict: key, camp: letter }] as const)),
    ),
  );
}

/** Who stands behind the claims, and how those agree or contradict. Descent is what leads to them, so it is no line. */
async function originParts(ctx: Ctx, { caseId, shown, lines, all }: Source): Promise<Parts> {
  // Without camps no suspicion is read: those never change which origins there may be.
  const lineage = await readLineage(ctx, caseId, all, []);
  const members = await findMembers(ctx, caseId, descentOf(shown, lineage));
  const { roots } = campOrigins(shown, members, lineage);
  const behind = new Map<number, number[]>();
  for (const [index, { claims }] of roots.entries()) {
    for (const claim of claims) behind.set(claim, [...(behind.get(claim) ?? []), index]);
  }
  const edges = lines
    .filter(({ kind }) => kind !== "repeats")
    .flatMap(({ from, to, kind }) =>
      (behind.get(from) ?? []).flatMap((a) => (behind.get(to) ?? []).map((b) => ({ a, b, kind: kind as GraphKind }))),
    );
  return { nodes: roots.map(originNode), edges: mergeEdges(edges) };
}

function originNode({ name, kind, outletId, claims }: Origin): GraphNode {
  const first = claims[0] ?? null;
  const key = outletId ?? `${kind} ${name} ${kind === "source" ? "" : first}`.trim();
  const none = { text: "", outlet: null, conflict: null, camp: null };
  return { key, kind, label: name, ...none, claims: claims.length, claim: first, outletId };
}

type OutletRow = { a: string; b: string; kind: GraphKind; count: number };

async function graphOfOutlets(ctx: Ctx, caseId: string): Promise<Graph> {
  const { blind } = await getCase(ctx, caseId);
  const [edges, [related]] = await Promise.all([
    db(ctx).$queryRaw<OutletRow[]>`
      SELECT CASE WHEN turned THEN t ELSE f END AS a, CASE WHEN turned THEN f ELSE t END AS b, kind, count(*)::int AS count
      FROM (
        SELECT f.outlet_id::text AS f, t.outlet_id::text AS t, r.standing::text AS kind,
          CASE WHEN r.standing IN ('updates', 'repeats') THEN r.reversed ELSE f.outlet_id > t.outlet_id END AS turned
        FROM relation r
        JOIN claim f ON f.team_id = r.team_id AND f.id = r.from_claim_id AND f.outlet_id IS NOT NULL
        JOIN claim t ON t.team_id = r.team_id AND t.id = r.to_claim_id AND t.outlet_id IS NOT NULL
        WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.standing <> 'unrelated'
          AND ${standsVisibly(ctx, blind)}) ends
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    db(ctx).$queryRaw<{ claims: number }[]>`
      SELECT count(DISTINCT e.id)::int AS claims
      FROM relation r CROSS JOIN LATERAL unnest(ARRAY[r.from_claim_id, r.to_claim_id]) AS e(id)
      WHERE r.team_id = ${ctx.teamId}::uuid AND r.case_id = ${caseId}::uuid AND r.standing <> 'unrelated'
        AND ${standsVisibly(ctx, blind)}`,
  ]);
  const nodes = await outletNodes(ctx, caseId, [...new Set(edges.flatMap(({ a, b }) => [a, b]))]);
  const at = new Map(nodes.map(({ key }, index) => [key, index]));
  const total = related?.claims ?? 0;
  const placed = edges.map(({ a, b, ...edge }): GraphEdge => ({ a: at.get(a) ?? 0, b: at.get(b) ?? 0, ...edge }));
  return { of: "outlets", nodes, edges: placed, claims: { shown: total, total } };
}

async function outletNodes(ctx: Ctx, caseId: string, ids: string[]): Promise<GraphNode[]> {
  const rows = await db(ctx).$queryRaw<{ id: string; name: string; claims: number; first: number | null }[]>`
    SELECT o.id::text, o.name, count(c.id)::int AS claims, min(c.number) AS first
    FROM outlet o
    LEFT JOIN claim c ON c.team_id = o.team_id AND c.outlet_id = o.id AND c.case_id = ${caseId}::uuid
      AND c.status <> 'retracted'
    WHERE o.team_id = ${ctx.teamId}::uuid AND o.id = ANY(${ids}::uuid[])
    GROUP BY o.id, o.name ORDER BY o.name, o.id`;
  const none = { text: "", outlet: null, conflict: null, camp: null };
  return rows.map(({ id, name, claims, first }) => ({
    key: id,
    kind: "outlet",
    label: name,
    ...none,
    claims,
    claim: first,
    outletId: id,
  }));
}
