import { type Ctx, db } from "@/platform/context";
import { Prisma } from "@/platform/db/client";
import { readSubject } from "../rules/warning-subject";
import type { Dismissal, Warning } from "../schema";
import type { Found, Look, Place } from "./find-warnings";

export type Placed = { warning: Warning; place: Place };

/** Warnings with what somebody said to let them be, where that was said of the facts as they are. */
export async function withDismissals(ctx: Ctx, caseId: string, found: Found[]): Promise<Placed[]> {
  if (found.length === 0) return [];
  const facts = found.map(({ raised }) => raised.facts);
  const rows = await dismissalRows(ctx, caseId, Prisma.sql`AND d.facts = ANY(${facts}::text[])`);
  const held = new Map(rows.map(({ facts, ...dismissal }) => [nameOf({ ...dismissal, facts }), dismissal]));
  return found.map(({ raised, place }) => ({
    warning: { ...raised, dismissal: held.get(nameOf(raised)) ?? null },
    place,
  }));
}

const nameOf = ({ kind, subject, facts }: Pick<Warning, "kind" | "subject" | "facts">) => `${kind} ${subject} ${facts}`;

type DismissalRow = Dismissal & { facts: string };

async function dismissalRows(ctx: Ctx, caseId: string, where: Prisma.Sql): Promise<DismissalRow[]> {
  type Row = Omit<DismissalRow, "version" | "createdAt" | "updatedAt"> & { createdAt: Date };
  const rows = await db(ctx).$queryRaw<Row[]>`
    SELECT d.id::text, d.kind::text, d.subject, d.facts, d.reason, d.created_at AS "createdAt",
      jsonb_build_object('id', u.id, 'name', u.name) AS user
    FROM warning_dismissal d JOIN "user" u ON u.id = d.user_id
    WHERE d.team_id = ${ctx.teamId}::uuid AND d.case_id = ${caseId}::uuid ${where}`;
  return rows.map(({ createdAt, ...row }) => {
    const at = createdAt.toISOString();
    return { ...row, version: 1, createdAt: at, updatedAt: at };
  });
}

export async function findDismissal(ctx: Ctx, caseId: string, id: string): Promise<DismissalRow | null> {
  const [row] = await dismissalRows(ctx, caseId, Prisma.sql`AND d.id = ${id}::uuid`);
  return row ?? null;
}

/** What somebody dismissed, whatever has become of it. */
export async function everDismissed(ctx: Ctx, caseId: string): Promise<NonNullable<Look["among"]>> {
  const rows = await db(ctx).$queryRaw<{ subject: string }[]>`
    SELECT DISTINCT subject FROM warning_dismissal
    WHERE team_id = ${ctx.teamId}::uuid AND case_id = ${caseId}::uuid`;
  const subjects = rows.map(({ subject }) => readSubject(subject));
  return {
    claims: [...new Set(subjects.flatMap(({ claims }) => claims))],
    articles: [...new Set(subjects.flatMap(({ articles }) => articles))],
  };
}
