import { CommentThreads } from "@/features/comment/components/comment-threads";
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
  const [{ actor }, comments, members] = await Promise.all([
    pageCtx(team),
    loadComments(team, caseId, { type, ids }),
    loadMembers(team),
  ]);
  return (
    <CommentThreads
      team={team}
      caseId={caseId}
      base={`/${team}/cases/${caseId}`}
      userId={actor.userId}
      people={members.map(({ id, name }) => ({ id, name }))}
      writes={canComment(actor)}
      moderates={canRule(actor)}
      on={{ type, id: ids[0] }}
      comments={comments}
    />
  );
}
