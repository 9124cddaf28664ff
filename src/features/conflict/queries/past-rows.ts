import { type Ctx, db } from "@/platform/context";
import type { PastRow } from "../rules/rewind";

/** The first moment after a day, in UTC. */
export const endOf = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);

type Subjects = "claim" | "relation" | "finding";

/** What something has happened to since the end of a day. */
export async function touchedSince(ctx: Ctx, caseId: string, day: string, types: Subjects[]): Promise<Set<string>> {
  const rows = await db(ctx).$queryRaw<{ id: string }[]>`
    SELECT DISTINCT subject_id::text AS id FROM activity
    WHERE team_id = ${ctx.teamId}::uuid AND scope_id = ${caseId}::uuid AND at >= ${endOf(day)}
      AND subject_type = ANY(${types}::text[])`;
  return new Set(rows.map(({ id }) => id));
}

/** What the history tells of some things up to the end of a day, in order. */
export async function pastRows(ctx: Ctx, subjects: Iterable<string>, day: string): Promise<PastRow[]> {
  return db(ctx).$queryRaw<PastRow[]>`
    SELECT verb, subject_id::text AS "subjectId", actor_id::text AS "actorId", before, after FROM activity
    WHERE team_id = ${ctx.teamId}::uuid AND subject_id = ANY(${[...subjects]}::uuid[]) AND at < ${endOf(day)}
    ORDER BY seq`;
}
