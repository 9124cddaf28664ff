import Link from "next/link";
import { wordsOf } from "../rules/comment-words";

type CommentWordsProps = { body: string; mentions: { id: string; name: string }[]; base: string };

/** The words as they were typed; what names a claim or an address leads there, and nothing else is markup. */
export function CommentWords({ body, mentions, base }: CommentWordsProps) {
  const parts = wordsOf(
    body,
    mentions.map(({ name }) => name),
  );
  return (
    <p dir="auto" className="whitespace-pre-wrap break-words">
      {parts.map((part, index) => {
        const key = `${index} ${part.text}`;
        if (part.kind === "claim")
          return (
            <Link key={key} className="link font-mono text-xs" href={`${base}/claims/${part.number}`}>
              {part.text}
            </Link>
          );
        if (part.kind === "link")
          return (
            <a key={key} className="link" href={part.href} rel="noopener noreferrer nofollow" target="_blank">
              {part.text}
            </a>
          );
        return part.kind === "mention" ? (
          <bdi key={key} className="font-medium text-accent">
            {part.text}
          </bdi>
        ) : (
          <span key={key}>{part.text}</span>
        );
      })}
    </p>
  );
}
