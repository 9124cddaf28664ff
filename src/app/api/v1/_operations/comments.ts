import { z } from "zod";
import { ListNotices, Notice, ReadNotices } from "@/features/case/schema";
import { AddComment, Comment, EditComment, ListComments } from "@/features/comment/schema";
import { pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Comments";

export const listComments = operation({
  id: "listComments",
  tag,
  method: "get",
  path: "/cases/{caseId}/comments",
  summary: "What was said of a claim, a relation, a conflict or an article",
  description:
    "In the order in which it was said; `parent` names what a comment answers. A conflict is named by any of its claims. In a blind case what is said of a claim or a pair is for those who have graded or judged it, of a conflict for those who have judged all around the claim that it hangs on.",
  query: ListComments,
  answer: pageOf(Comment),
});

export const addComment = operation({
  id: "addComment",
  tag,
  method: "post",
  path: "/cases/{caseId}/comments",
  summary: "Comment, or answer a comment",
  body: AddComment,
  answer: Comment,
  status: 201,
});

export const getComment = operation({
  id: "getComment",
  tag,
  method: "get",
  path: "/comments/{commentId}",
  summary: "One comment",
  answer: Comment,
});

export const editComment = operation({
  id: "editComment",
  tag,
  method: "patch",
  path: "/comments/{commentId}",
  summary: "Change one's own words",
  body: EditComment,
  answer: Comment,
});

export const retractComment = operation({
  id: "retractComment",
  tag,
  method: "delete",
  path: "/comments/{commentId}",
  summary: "Take a comment back; one's own, or as a lead anybody's",
  answer: Comment,
});

export const restoreComment = operation({
  id: "restoreComment",
  tag,
  method: "post",
  path: "/comments/{commentId}/restore",
  summary: "Bring a comment back",
  answer: Comment,
});

export const resolveThread = operation({
  id: "resolveThread",
  tag,
  method: "put",
  path: "/comments/{commentId}/resolution",
  summary: "Say that a thread is done with",
  answer: Comment,
});

export const reopenThread = operation({
  id: "reopenThread",
  tag,
  method: "delete",
  path: "/comments/{commentId}/resolution",
  summary: "Open a thread again",
  answer: Comment,
});

export const listNotices = operation({
  id: "listNotices",
  tag: "Inbox",
  method: "get",
  path: "/inbox",
  summary: "What the caller should hear of: mentions, answers, assignments, rulings against their judgement",
  query: ListNotices,
  answer: pageOf(Notice),
});

export const readNotices = operation({
  id: "readNotices",
  tag: "Inbox",
  method: "post",
  path: "/inbox/read",
  summary: "Mark one's notices as read, or unread again; some, or all",
  body: ReadNotices,
  answer: z.object({ changed: z.int() }),
});
