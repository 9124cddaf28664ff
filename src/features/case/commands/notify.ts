import type { SubjectType } from "@/features/activity/schema";
import type { TxCtx } from "@/platform/context";
import { newId } from "@/platform/new-id";
import type { Notice } from "../schema";

type News = {
  caseId: string;
  kind: Notice["kind"];
  subject: { type: SubjectType; id: string; label: string };
  people: readonly string[];
};

/** Leaves word for people, in the transaction of what they should hear of; not for who does it, nor for who has left. */
export async function notify(ctx: TxCtx, { caseId, kind, subject, people }: News): Promise<void> {
  const { teamId, actor } = ctx;
  const rows = [...new Set(people)].filter((id) => id !== actor.userId).map((userId) => ({ id: newId(), userId }));
  if (rows.length === 0) return;
  await ctx.tx.$executeRaw`
    INSERT INTO notice (team_id, id, case_id, user_id, kind, actor_id, subject_type, subject_id, label)
    SELECT ${teamId}::uuid, x.id, ${caseId}::uuid, x."userId", ${kind}::notice_kind, ${actor.userId}::uuid,
      ${subject.type}, ${subject.id}::uuid, ${subject.label}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, "userId" uuid)
    JOIN membership m ON m.team_id = ${teamId}::uuid AND m.user_id = x."userId"`;
}
