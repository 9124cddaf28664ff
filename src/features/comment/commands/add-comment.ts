import { recordActivity } from "@/features/activity/commands/record-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { notify } from "@/features/case/commands/notify";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import { forbidden, invalid } from "@/platform/errors";
import { canComment } from "../policy";
import { getComment } from "../queries";
import type { AddComment, Comment } from "../schema";
import { findSubject, subjectColumns } from "./find-subject";
import { writeMentions } from "./write-mentions";

/** Says something of a thing of the case, or answers what was said. Who is mentioned or answered hears of it. */
export async function addComment(
  ctx: Ctx,
  { caseId, on, parent = null, body, mentions }: AddComment & { caseId: string },
): Promise<Comment> {
  if (!canComment(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    await lockCase(ctx, caseId);
    const subject = await findSubject(ctx, caseId, on);
    const thread = parent === null ? null : await findThread(ctx, on, parent);
    const { id } = await ctx.tx.comment.create({
      data: {
        teamId: ctx.teamId,
        caseId,
        ...subjectColumns(on),
        parentId: parent,
        body,
        authorId: ctx.actor.userId,
      },
      select: { id: true },
    });
    const mentioned = await writeMentions(ctx, id, mentions);
    await recordActivity(ctx, { caseId, verb: "comment.added", subject, after: { comment: id, parent, words: body } });
    await notify(ctx, { caseId, kind: "mentioned", subject, people: mentioned });
    const answered = thread ? thread.people.filter((person) => !mentioned.includes(person)) : [];
    await notify(ctx, { caseId, kind: "answered", subject, people: answered });
    return getComment(ctx, id);
  });
}

/** The comment that is answered, one that the caller may see, with all who take part in its thread. */
async function findThread(ctx: TxCtx, on: AddComment["on"], parent: string): Promise<{ people: string[] }> {
  const answered = await getComment(ctx, parent);
  if (answered.parent !== null) throw invalid("parent", "answers another comment itself: answer that one");
  if (answered.on.type !== on.type || answered.on.id !== on.id) throw invalid("parent", "is on something else");
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT author_id::text AS id FROM comment
    WHERE team_id = ${ctx.teamId}::uuid AND (id = ${parent}::uuid OR parent_id = ${parent}::uuid)`;
  return { people: rows.map(({ id }) => id) };
}
