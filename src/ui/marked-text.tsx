import { Fragment, type ReactNode } from "react";

type MarkedTextProps = {
  text: string;
  /** Stretches of the text in UTF-16 units, the ends exclusive: in order, and apart. */
  marks: readonly { start: number; end: number }[];
};

/** A text with some of its words marked, such as those that were looked for. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactNode {
  if (marks.length === 0) return text;
  return marks.map(({ start, end }, index) => (
    <Fragment key={start}>
      {text.slice(marks[index - 1]?.end ?? 0, start)}
      <mark className="rounded-xs bg-quote-flash text-ink">{text.slice(start, end)}</mark>
      {index === marks.length - 1 ? text.slice(end) : null}
    </Fragment>
  ));
}
