import { recordActivities } from "@/features/activity/commands/record-activities";
import type { TxCtx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canComment } from "../policy";
import type { CommentSubject } from "../schema";
import { subjectColumns } from "./find-subject";

export type WholeComment = {
  id: string;
  on: CommentSubject;
  /** What it is on is called. */
  label: string;
  parent: string | null;
  body: string;
  by: string;
  mentions: string[];
  editedAt: string | null;
  retractedAt: string | null;
  resolvedAt: string | null;
  resolvedBy: string | null;
  createdAt: string;
};

const day = (text: string | null) => (text === null ? null : new Date(text));

/**
 * Stores comments of a file from elsewhere, by whoever wrote them, threads before their answers. Nobody is told: who is
 * named was told there. The case is locked already.
 */
export async function bringWholeComments(ctx: TxCtx, caseId: string, comments: readonly WholeComment[]): Promise<void> {
  if (!canComment(ctx.actor)) throw forbidden();
  if (comments.length === 0) return;
  const { teamId } = ctx;
  await ctx.tx.comment.createMany({
    data: comments.map(({ id, on, parent, body, by, resolvedBy, ...at }) => ({
      teamId,
      caseId,
      id,
      ...subjectColumns(on),
      parentId: parent,
      body,
      authorId: by,
      editedAt: day(at.editedAt),
      retractedAt: day(at.retractedAt),
      resolvedAt: day(at.resolvedAt),
      resolvedById: resolvedBy,
      createdAt: new Date(at.createdAt),
    })),
  });
  await ctx.tx.commentMention.createMany({
    data: comments.flatMap(({ id, mentions }) => mentions.map((userId) => ({ teamId, commentId: id, userId }))),
    skipDuplicates: true,
  });
  await recordActivities(
    ctx,
    caseId,
    comments.map(({ id, on, label, by, body }) => ({
      verb: "comment.brought",
      subject: { type: on.type, id: on.id, label },
      after: { comment: id, by, words: body },
    })),
  );
}
