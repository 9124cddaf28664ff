import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import type { Verb } from "@/features/activity/rules/tell-activity";
import { lockCase } from "@/features/case/commands/lock-case";
import { notify } from "@/features/case/commands/notify";
import { type Ctx, type TxCtx, transact } from "@/platform/context";
import type { Prisma } from "@/platform/db/client";
import { forbidden, invalid, stale } from "@/platform/errors";
import { canComment, canRetractComment } from "../policy";
import { getComment } from "../queries";
import type { Comment, EditComment } from "../schema";
import { type FoundSubject, findSubject } from "./find-subject";
import { writeMentions } from "./write-mentions";

type Which = { commentId: string };
type Told = { verb: Verb; before: object | null; after: object | null };

/** Changes one's own words; that they were changed is shown. */
export async function editComment(
  ctx: Ctx,
  { commentId, body, mentions, version }: z.output<typeof EditComment> & Which,
): Promise<Comment> {
  return change(ctx, commentId, async (ctx, comment, subject) => {
    if (comment.author.id !== ctx.actor.userId) throw forbidden("Only who wrote a comment changes its words.");
    if (comment.retracted) throw invalid("body", "was taken back: bring it back first");
    if (version !== undefined && version !== comment.version) throw stale("comment", comment);
    const mentioned = await writeMentions(ctx, commentId, mentions);
    await notify(ctx, { caseId: comment.caseId, kind: "mentioned", subject, people: mentioned });
    if (body === comment.body) return null;
    await update(ctx, commentId, { body, editedAt: new Date() });
    return { verb: "comment.edited", before: { words: comment.body }, after: { words: body } };
  });
}

/** Takes a comment back: its words no longer show, and can be brought back. */
export const retractComment = (ctx: Ctx, { commentId }: Which): Promise<Comment> =>
  change(ctx, commentId, async (ctx, comment) => {
    if (!canRetractComment(ctx.actor, comment.author.id)) throw forbidden();
    if (comment.retracted) return null;
    await update(ctx, commentId, { retractedAt: new Date() });
    return { verb: "comment.retracted", before: { words: comment.body }, after: null };
  });

export const restoreComment = (ctx: Ctx, { commentId }: Which): Promise<Comment> =>
  change(ctx, commentId, async (ctx, comment) => {
    if (!canRetractComment(ctx.actor, comment.author.id)) throw forbidden();
    if (!comment.retracted) return null;
    const { body } = await update(ctx, commentId, { retractedAt: null });
    return { verb: "comment.restored", before: null, after: { words: body } };
  });

/** Says that a thread is done with. Anybody who may comment may, and may open it again. */
export const resolveThread = (ctx: Ctx, { commentId }: Which): Promise<Comment> =>
  change(ctx, commentId, async (ctx, comment) => {
    requireThread(comment);
    if (comment.resolved) return null;
    await update(ctx, commentId, { resolvedAt: new Date(), resolvedById: ctx.actor.userId });
    return { verb: "comment.resolved", before: null, after: {} };
  });

export const reopenThread = (ctx: Ctx, { commentId }: Which): Promise<Comment> =>
  change(ctx, commentId, async (ctx, comment) => {
    requireThread(comment);
    if (!comment.resolved) return null;
    await update(ctx, commentId, { resolvedAt: null, resolvedById: null });
    return { verb: "comment.reopened", before: null, after: {} };
  });

function requireThread({ parent }: Comment): void {
  if (parent !== null) throw invalid("comment", "is an answer: a thread is closed at its first comment");
}

type Work = (ctx: TxCtx, comment: Comment, subject: FoundSubject) => Promise<Told | null>;

/** One door for all changes: who may comment, the case locked, the comment as the caller may see it, the row of history. */
async function change(ctx: Ctx, commentId: string, work: Work): Promise<Comment> {
  if (!canComment(ctx.actor)) throw forbidden();
  return transact(ctx, async (ctx) => {
    const { caseId } = await getComment(ctx, commentId);
    await lockCase(ctx, caseId);
    const comment = await getComment(ctx, commentId);
    const subject = await findSubject(ctx, caseId, comment.on);
    const told = await work(ctx, comment, subject);
    if (told) {
      const { verb, before, after } = told;
      const named = { comment: commentId };
      await recordActivity(ctx, {
        caseId,
        verb,
        subject,
        before: before && { ...named, ...before },
        after: after && { ...named, ...after },
      });
    }
    return getComment(ctx, commentId);
  });
}

const update = (ctx: TxCtx, id: string, data: Prisma.CommentUpdateInput & { resolvedById?: string | null }) =>
  ctx.tx.comment.update({
    where: { teamId_id: { teamId: ctx.teamId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { body: true },
  });
