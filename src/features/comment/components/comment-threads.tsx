"use client";

import { useState } from "react";
import { Disclosure } from "@/ui/disclosure";
import type { Comment, CommentSubject } from "../schema";
import { CommentForm } from "./comment-form";
import { CommentItem } from "./comment-item";
import type { Talk } from "./talk";

type CommentThreadsProps = Talk & { on: CommentSubject; comments: Comment[] };

/** What was said, under a heading of its own. */
export function CommentThreads(props: CommentThreadsProps) {
  return (
    <section id="comments" aria-labelledby="comments-heading" className="scroll-mt-16">
      <h2 id="comments-heading" className="pb-1.5 font-semibold text-base">
        Comments
      </h2>
      <Threads {...props} />
    </section>
  );
}

/** What was said of a small thing among others: folded away, with how much there is. Rendered once it is opened. */
export function FoldedThreads(props: CommentThreadsProps) {
  const [open, setOpen] = useState(false);
  const said = props.comments.filter(({ retracted }) => !retracted).length;
  if (said === 0 && !props.writes) return null;
  return (
    <Disclosure
      summary={said === 0 ? "Comment on the pair" : said === 1 ? "1 comment" : `${said} comments`}
      onToggle={setOpen}
    >
      {open ? <Threads {...props} /> : null}
    </Disclosure>
  );
}

/** Thread by thread, and room to say more. Threads that are done with fold away. */
function Threads({ on, comments, ...talk }: CommentThreadsProps) {
  const threads = comments.filter(({ parent }) => parent === null);
  const open = threads.filter(({ resolved }) => !resolved);
  const done = threads.filter(({ resolved }) => resolved);
  const list = (shown: Comment[]) =>
    shown.map((first) => (
      <Thread key={first.id} first={first} answers={comments.filter(({ parent }) => parent === first.id)} {...talk} />
    ));
  return (
    <>
      {list(open)}
      {done.length > 0 ? (
        <Disclosure summary={done.length === 1 ? "One closed thread" : `${done.length} closed threads`}>
          {list(done)}
        </Disclosure>
      ) : null}
      {talk.writes ? (
        <div className="border-hairline border-t pt-2">
          <CommentForm key={comments.length} label="New comment" on={on} {...talk} />
        </div>
      ) : threads.length === 0 ? (
        <p className="border-hairline border-t py-2 text-ink-3 text-sm">Nobody has said anything yet.</p>
      ) : null}
    </>
  );
}

function Thread({ first, answers, ...talk }: Talk & { first: Comment; answers: Comment[] }) {
  const [answering, setAnswering] = useState(false);
  const mayAnswer = talk.writes && !first.resolved;
  return (
    <article aria-label={`Thread of ${first.author.name}`} className="border-hairline border-t py-2">
      <CommentItem comment={first} onAnswer={mayAnswer ? () => setAnswering(true) : null} {...talk} />
      {answers.length > 0 ? (
        <ol className="mt-2 flex flex-col gap-2 border-hairline border-s-2 ps-3">
          {answers.map((answer) => (
            <li key={answer.id}>
              <CommentItem comment={answer} onAnswer={null} {...talk} />
            </li>
          ))}
        </ol>
      ) : null}
      {answering ? (
        <div className="mt-2 ps-3">
          <CommentForm
            label={`Answer to ${first.author.name}`}
            on={first.on}
            parent={first.id}
            onDone={() => setAnswering(false)}
            {...talk}
          />
        </div>
      ) : null}
    </article>
  );
}
