import type { ReactNode } from "react";
import { CommentThreads, FoldedThreads } from "@/features/comment/components/comment-threads";
import type { Talk } from "@/features/comment/components/talk";
import { loadComments } from "@/features/comment/loaders";
import { canComment } from "@/features/comment/policy";
import type { CommentOn } from "@/features/comment/schema";
import { canRule } from "@/features/relation/policy";
import { loadMembers } from "@/features/team/loaders";
import { pageCtx } from "@/platform/auth/session";

type CommentsOfProps = {
  team: string;
  caseId: string;
  type: CommentOn;
  /** What it is on; of a conflict all its claims, the first of which bears what is said from here. */
  ids: readonly [string, ...string[]];
};

/** What was said of a thing of the case, with room to say more. */
export async function CommentsOf({ team, caseId, type, ids }: CommentsOfProps) {
  const [talk, comments] = await Promise.all([talkOf(team, caseId), loadComments(team, caseId, { type, ids })]);
  return <CommentThreads {...talk} on={{ type, id: ids[0] }} comments={comments} />;
}

/** What was said of each of these pairs, folded, by their ids. */
export async function commentsOfPairs(
  team: string,
  caseId: string,
  ids: readonly string[],
): Promise<Record<string, ReactNode>> {
  if (ids.length === 0) return {};
  const [talk, comments] = await Promise.all([
    talkOf(team, caseId),
    loadComments(team, caseId, { type: "relation", ids }),
  ]);
  const of = (id: string) => (
    <FoldedThreads {...talk} on={{ type: "relation", id }} comments={comments.filter(({ on }) => on.id === id)} />
  );
  return Object.fromEntries(ids.map((id) => [id, of(id)]));
}

async function talkOf(team: string, caseId: string): Promise<Talk> {
  const [{ actor }, members] = await Promise.all([pageCtx(team), loadMembers(team)]);
  return {
    team,
    caseId,
    base: `/${team}/cases/${caseId}`,
    userId: actor.userId,
    people: members.map(({ id, name }) => ({ id, name })),
    writes: canComment(actor),
    moderates: canRule(actor),
  };
}
