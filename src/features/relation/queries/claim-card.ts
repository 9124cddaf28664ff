import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import type { ClaimCard } from "../schema";

/** A card as the database builds it; `presentCard` adds the rest. */
export type CardRow = Omit<ClaimCard, "claim">;

/**
 * A claim `c` with its outlet `o` and article `a` (see `joinCard`), in case `k`, as one JSON value. In a blind case the
 * grades that stand come from others' assessments, so they take an assessment of the caller's own; the outlet's
 * reliability is nobody's judgement of this claim and is always there.
 */
export function cardColumn(ctx: Ctx): Prisma.Sql {
  const graded = Prisma.sql`(NOT k.blind OR EXISTS (
    SELECT 1 FROM assessment mine WHERE mine.team_id = c.team_id AND mine.claim_id = c.id
      AND mine.user_id = ${ctx.actor.userId}::uuid))`;
  return Prisma.sql`json_build_object(
    'id', c.id, 'number', c.number, 'statement', c.statement, 'status', c.status,
    'outlet', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END,
    'attribution', (SELECT coalesce(json_agg(coalesce(so.name, s.name) ORDER BY s.position), '[]')
      FROM attribution_step s LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id
      WHERE s.team_id = c.team_id AND s.claim_id = c.id),
    'article', CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'title', a.title) END,
    'quote', (SELECT json_build_object('exact', q.exact, 'prefix', q.prefix, 'suffix', q.suffix, 'state', q.state)
      FROM quote q WHERE q.team_id = c.team_id AND q.claim_id = c.id),
    'reportedOn', c.reported_on, 'occurredOn', c.occurred_on,
    'reliability', coalesce(CASE WHEN ${graded} THEN c.reliability END, o.reliability),
    'credibility', CASE WHEN ${graded} THEN c.credibility END,
    'confidence', CASE WHEN ${graded} THEN c.confidence END)`;
}

export const joinCard = Prisma.sql`
  LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id`;

export const presentCard = (row: CardRow): ClaimCard => ({ ...row, claim: `C-${row.number}` });
