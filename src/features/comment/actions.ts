"use server";

import { z } from "zod";
import { action } from "@/platform/action";
import { Id } from "@/platform/fields";
import { addComment } from "./commands/add-comment";
import { editComment, reopenThread, resolveThread, restoreComment, retractComment } from "./commands/change-comment";
import { AddComment, EditComment } from "./schema";

const Which = z.object({ commentId: Id });

export const addCommentAction = action(AddComment.extend({ caseId: Id }), addComment);
export const editCommentAction = action(EditComment.extend(Which.shape), editComment);
export const retractCommentAction = action(Which, retractComment);
export const restoreCommentAction = action(Which, restoreComment);
export const resolveThreadAction = action(Which, resolveThread);
export const reopenThreadAction = action(Which, reopenThread);
