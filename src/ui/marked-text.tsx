import { Fragment } from "react";

/** Stretches of a text that stand out, in UTF-16 units, in order and apart from each other. */
type Marks = readonly { start: number; end: number }[];

/** A text with what was searched for marked in it. */
export function MarkedText({ text, marks }: { text: string; marks: Marks }) {
  if (marks.length === 0) return text;
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark className="rounded-xs bg-quote-flash text-ink">{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
