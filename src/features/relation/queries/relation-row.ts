import { visibleRelations } from "@/features/claim/queries/visible-relations";
import type { Ctx } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { readsAs } from "../rules";
import type { Judgement, Relation, RelationFamily, Ruling, StandingKind } from "../schema";

type Directed<T> = Omit<T, "from" | "to"> & { reversed: boolean };

/** A relation `r` of case `k` (see `fromRelations`) as the database answers; others' views are null where withheld. */
export type RelationRow = {
  id: string;
  caseId: string;
  from: string;
  to: string;
  fromNumber: number;
  toNumber: number;
  family: RelationFamily;
  standing: StandingKind | null;
  reversed: boolean;
  about: Relation["about"];
  version: number;
  createdAt: Date;
  updatedAt: Date;
  visible: boolean;
  judgements: Directed<Judgement>[] | null;
  ruling: Directed<Ruling> | null;
};

export const fromRelations = Prisma.sql`
  FROM relation r
  JOIN "case" k ON k.team_id = r.team_id AND k.id = r.case_id
  JOIN claim cf ON cf.team_id = r.team_id AND cf.id = r.from_claim_id
  JOIN claim ct ON ct.team_id = r.team_id AND ct.id = r.to_claim_id`;

export function relationColumns(ctx: Ctx): Prisma.Sql {
  const visible = visibleRelations(ctx);
  return Prisma.sql`
    r.id::text, r.case_id::text AS "caseId", r.from_claim_id::text AS "from", r.to_claim_id::text AS "to",
    cf.number AS "fromNumber", ct.number AS "toNumber", r.family::text, r.standing::text, r.reversed,
    r.standing_about::text AS about, r.version, r.created_at AS "createdAt", r.updated_at AS "updatedAt",
    ${visible} AS visible,
    CASE WHEN ${visible} THEN (
      SELECT coalesce(json_agg(json_build_object(
        'id', j.id, 'user', json_build_object('id', u.id, 'name', u.name), 'kind', j.kind, 'reversed', j.reversed,
        'about', j.about, 'rationale', j.rationale, 'confidence', j.confidence, 'version', j.version,
        'updatedAt', j.updated_at) ORDER BY j.id), '[]')
      FROM judgement j JOIN "user" u ON u.id = j.user_id
      WHERE j.team_id = r.team_id AND j.relation_id = r.id) END AS judgements,
    CASE WHEN ${visible} THEN (
      SELECT json_build_object(
        'user', json_build_object('id', u.id, 'name', u.name), 'kind', w.kind, 'reversed', w.reversed,
        'about', w.about, 'rationale', w.rationale, 'updatedAt', w.updated_at)
      FROM ruling w JOIN "user" u ON u.id = w.user_id
      WHERE w.team_id = r.team_id AND w.relation_id = r.id) END AS ruling`;
}

/**
 * What a list shows: not what everybody took back, and of a pair whose views are withheld one row, since two would say
 * that one claim was copied from the other.
 */
export const listed = (ctx: Ctx): Prisma.Sql => Prisma.sql`r.standing IS NOT NULL AND (${visibleRelations(ctx)}
  OR NOT EXISTS (SELECT 1 FROM relation twin WHERE twin.team_id = r.team_id AND twin.low_claim_id = r.low_claim_id
    AND twin.high_claim_id = r.high_claim_id AND twin.id < r.id AND twin.standing IS NOT NULL))`;

export function presentRelation(row: RelationRow): Relation {
  const { id, caseId, version } = row;
  const times = { createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() };
  if (!row.visible) return { id, caseId, ...readsAs(row, row.fromNumber > row.toNumber), version, ...times };
  const directed = <T extends { reversed: boolean; updatedAt: string }>({ reversed, ...view }: T) => ({
    ...view,
    ...readsAs(row, reversed),
    updatedAt: new Date(view.updatedAt).toISOString(),
  });
  return {
    id,
    caseId,
    ...readsAs(row, row.reversed),
    family: row.family,
    kind: row.standing,
    about: row.about,
    judgements: (row.judgements ?? []).map(directed),
    ruling: row.ruling && directed(row.ruling),
    version,
    ...times,
  };
}
