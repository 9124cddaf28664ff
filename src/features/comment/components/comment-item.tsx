"use client";

import { useState } from "react";
import { attempt, type Outcome, sayFailure } from "@/ui/attempt";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { RelativeTime } from "@/ui/relative-time";
import { toast } from "@/ui/toast";
import { reopenThreadAction, resolveThreadAction, restoreCommentAction, retractCommentAction } from "../actions";
import type { Comment } from "../schema";
import { CommentForm } from "./comment-form";
import { CommentWords } from "./comment-words";
import type { Talk } from "./talk";

type CommentItemProps = Talk & { comment: Comment; onAnswer: (() => void) | null };

/** One comment: who, when, what, and what may be done about it. */
export function CommentItem({ comment, onAnswer, ...talk }: CommentItemProps) {
  const [editing, setEditing] = useState(false);
  const { id, author, body, mentions, edited, retracted, resolved, createdAt, parent } = comment;
  const mine = author.id === talk.userId;
  const which = { commentId: id };
  const restore = () => run(() => restoreCommentAction(talk.team, which), "The comment is back");
  const retract = async () => {
    if (await run(() => retractCommentAction(talk.team, which)))
      toast.success("The comment is taken back", { action: { label: "Undo", run: () => void restore() } });
  };
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2 text-ink-3 text-xs">
        <bdi className="font-medium text-ink text-sm">{author.name}</bdi>
        <RelativeTime at={createdAt} show="time" />
        {edited ? <span>changed</span> : null}
        {resolved ? (
          <Badge>
            closed by <bdi>{resolved.by.name}</bdi>
          </Badge>
        ) : null}
      </p>
      {editing ? (
        <CommentForm
          label="Change the comment"
          on={comment.on}
          editing={comment}
          onDone={() => setEditing(false)}
          {...talk}
        />
      ) : retracted ? (
        <p className="text-ink-3 italic">taken back</p>
      ) : (
        <CommentWords body={body} mentions={mentions} base={talk.base} />
      )}
      {talk.writes && !editing ? (
        <p className="mt-1 flex flex-wrap gap-1">
          {onAnswer && !retracted ? (
            <Button size="sm" variant="ghost" onClick={onAnswer}>
              Answer
            </Button>
          ) : null}
          {mine && !retracted ? (
            <Button size="sm" variant="ghost" onClick={() => setEditing(true)}>
              Change
            </Button>
          ) : null}
          {(mine || talk.moderates) && !retracted ? (
            <Button size="sm" variant="ghost" onClick={() => void retract()}>
              Take back
            </Button>
          ) : null}
          {(mine || talk.moderates) && retracted ? (
            <Button size="sm" variant="ghost" onClick={() => void restore()}>
              Bring back
            </Button>
          ) : null}
          {parent === null ? (
            <Button
              size="sm"
              variant="ghost"
              onClick={() => void run(() => (resolved ? reopenThreadAction : resolveThreadAction)(talk.team, which))}
            >
              {resolved ? "Open again" : "Close the thread"}
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}

async function run(act: () => Promise<Outcome<unknown>>, done?: string): Promise<boolean> {
  const outcome = await attempt(act);
  if (!outcome.ok) sayFailure(outcome);
  else if (done) toast.success(done);
  return outcome.ok;
}
