import type { OutletRef } from "@/features/outlet/schema";
import { type Ctx, db } from "@/platform/context";
import { keepPlan, Prisma } from "@/platform/db/client";
import type { SourcedClaim } from "../rules/camp-origins";

/** What a conflict needs to know of a claim to count with it. */
export type Member = SourcedClaim & {
  id: string;
  statement: string;
  outlet: OutletRef | null;
  /** Who is to decide its conflict, where that hangs on this claim. */
  assignee: { id: string; name: string } | null;
};

export type Members = Map<number, Member>;

export const membersOf = (claims: number[], members: Members) => claims.flatMap((claim) => members.get(claim) ?? []);

/** What a conflict needs to know of a claim `c`. */
const memberColumns = Prisma.sql`c.id::text, c.number, c.statement, c.article_id::text AS "articleId",
  CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS outlet,
  CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name, 'owner', p.owner) END AS publisher,
  (SELECT json_build_object('name', coalesce(so.name, s.name), 'outlet',
      CASE WHEN so.id IS NOT NULL THEN json_build_object('id', so.id, 'name', so.name, 'owner', so.owner) END)
    FROM (SELECT s.team_id, s.name, s.outlet_id FROM attribution_step s
      WHERE s.team_id = c.team_id AND s.claim_id = c.id ORDER BY s.position DESC LIMIT 1) s
    LEFT JOIN outlet so ON so.team_id = s.team_id AND so.id = s.outlet_id) AS credited,
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM conflict_assignment g JOIN "user" u ON u.id = g.user_id
    WHERE g.team_id = c.team_id AND g.claim_id = c.id) AS assignee`;

const fromClaims = (ctx: Ctx, caseId: string, numbers: number[]) => Prisma.sql`FROM claim c
  LEFT JOIN outlet o ON o.team_id = c.team_id AND o.id = c.outlet_id
  LEFT JOIN article a ON a.team_id = c.team_id AND a.id = c.article_id
  LEFT JOIN outlet p ON p.team_id = a.team_id AND p.id = a.outlet_id
  WHERE c.team_id = ${ctx.teamId}::uuid AND c.case_id = ${caseId}::uuid AND c.number = ANY(${numbers}::int[])`;

/** Claims of a case by number, each with where it was published and whom it credits. */
export async function findMembers(ctx: Ctx, caseId: string, numbers: number[]): Promise<Members> {
  const rows = await db(ctx).$queryRaw<Member[]>`SELECT ${memberColumns} ${fromClaims(ctx, caseId, numbers)}`;
  return new Map(rows.map((row) => [row.number, row]));
}

export type MarkedMember = Member & {
  /** Somebody marked it as reporting something of its own. */
  own: boolean;
  /** The claims it may derive from. */
  suspected: number[];
  /** A text of its article is held, so that copies of it can be looked for. */
  written: boolean;
  /** A finding was decided on it. */
  found: boolean;
};

/** The same with everything that is marked on them, whoever asks: for what no caller of a blind case is shown. */
export const findMarkedMembers = (ctx: Ctx, caseId: string, numbers: number[]) =>
  db(ctx).$queryRaw<MarkedMember[]>(
    keepPlan(Prisma.sql`
  SELECT ${memberColumns},
    EXISTS (SELECT 1 FROM own_reporting w WHERE w.team_id = c.team_id AND w.claim_id = c.id) AS own,
    ARRAY(SELECT t.number FROM suspicion s JOIN claim t ON t.team_id = s.team_id AND t.id = s.to_claim_id
      WHERE s.team_id = c.team_id AND s.from_claim_id = c.id AND s.status = 'open') AS suspected,
    EXISTS (SELECT 1 FROM article_version v
      WHERE v.team_id = c.team_id AND v.article_id = c.article_id AND v.text IS NOT NULL) AS written,
    EXISTS (SELECT 1 FROM finding_claim f WHERE f.team_id = c.team_id AND f.claim_id = c.id) AS found
  ${fromClaims(ctx, caseId, numbers)}`),
  );

/** Distinct articles; a claim without an article is a report of its own. */
export function countReports(members: Member[]): number {
  return new Set(members.map((member) => member.articleId ?? member.id)).size;
}

/** The outlets that members are attributed to, in the order of the claims' numbers. */
export function outletsOf(members: Member[]): OutletRef[] {
  return [...new Map(members.flatMap(({ outlet }) => (outlet ? [[outlet.id, outlet] as const] : []))).values()];
}

/** Who is to decide the conflict of these. Of the lowest claim: two conflicts that have become one may bring two. */
export const assigneeOf = (members: Member[]) => members.find(({ assignee }) => assignee !== null)?.assignee ?? null;
