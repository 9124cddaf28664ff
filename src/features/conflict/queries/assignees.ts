import { type Ctx, db } from "@/platform/context";

export type Assignees = Map<number, { id: string; name: string }>;

/** Who is to decide the conflicts of these claims, by the number of the claim on which the assignment hangs. */
export async function findAssignees(ctx: Ctx, caseId: string, numbers: number[]): Promise<Assignees> {
  const rows = await db(ctx).$queryRaw<{ number: number; id: string; name: string }[]>`
    SELECT c.number, u.id::text, u.name FROM conflict_assignment a
    JOIN claim c ON c.team_id = a.team_id AND c.id = a.claim_id
    JOIN "user" u ON u.id = a.user_id
    WHERE a.team_id = ${ctx.teamId}::uuid AND a.case_id = ${caseId}::uuid AND c.number = ANY(${numbers}::int[])`;
  return new Map(rows.map(({ number, ...person }) => [number, person]));
}

/** Of the lowest claim: two conflicts that have become one may bring two. */
export const assigneeOf = (claims: number[], assignees: Assignees) =>
  claims.flatMap((claim) => assignees.get(claim) ?? [])[0] ?? null;
