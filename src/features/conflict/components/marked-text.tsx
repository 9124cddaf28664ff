import { SourceText } from "@/ui/source-text";
import type { Difference } from "../rules/telling-differences";

/** Source text with the words brought out in which it differs: underlined and heavier, so that colour is not needed. */
export function MarkedText({ text, marks }: { text: string; marks: Difference[] }) {
  const parts: { words: string; at: number; marked: boolean }[] = [];
  let from = 0;
  for (const { start, end } of marks) {
    parts.push({ words: text.slice(from, start), at: from, marked: false });
    parts.push({ words: text.slice(start, end), at: start, marked: true });
    from = end;
  }
  parts.push({ words: text.slice(from), at: from, marked: false });
  return (
    <SourceText>
      {parts.map(({ words, at, marked }) => {
        if (!marked) return words;
        return (
          <mark
            key={at}
            className="rounded-sm bg-contradicts-wash px-0.5 font-semibold text-ink underline decoration-2 decoration-contradicts underline-offset-4"
          >
            {words}
          </mark>
        );
      })}
    </SourceText>
  );
}
