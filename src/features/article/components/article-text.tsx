import { memo, type ReactNode, type Ref } from "react";
import type { Block } from "@/anchoring/canonical-text";

type ArticleTextProps = {
  text: string;
  blocks: Block[];
  language: string;
  direction: "ltr" | "rtl";
  ref?: Ref<HTMLDivElement>;
};

/**
 * The canonical text as people read it. Every block carries its offsets, so that a selection maps back to the text;
 * highlights are painted over it and add no element. Rendered once: nothing a reader does changes it.
 */
export const ArticleText = memo(function ArticleText({ text, blocks, language, direction, ref }: ArticleTextProps) {
  return (
    <div
      ref={ref}
      className="reading flow-root whitespace-pre-line *:first:mt-0"
      lang={language === "und" ? undefined : language}
      dir={direction}
    >
      {grouped(blocks).map((group) => (
        <Group key={group[0]?.start} group={group} text={text} />
      ))}
    </div>
  );
});

/** Neighbouring list items stand in one list; every other block stands alone. */
function grouped(blocks: Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && block.kind === "list-item" && before?.kind === "list-item" && before.ordered === block.ordered) {
      last.push(block);
    } else groups.push([block]);
  }
  return groups;
}

function Group({ group, text }: { group: Block[]; text: string }) {
  const [first] = group;
  if (!first) return null;
  if (first.kind !== "list-item") return <Single block={first} text={text} />;
  const List = first.ordered ? "ol" : "ul";
  return (
    <List>
      {group.map((block) => (
        <li
          key={block.start}
          dir="auto"
          data-start={block.start}
          data-end={block.end}
          style={{ marginInlineStart: `${((block.level ?? 1) - 1) * 1.4}em` }}
        >
          {text.slice(block.start, block.end)}
        </li>
      ))}
    </List>
  );
}

function Single({ block, text }: { block: Block; text: string }): ReactNode {
  const words = text.slice(block.start, block.end);
  const marks = { dir: "auto", "data-start": block.start, "data-end": block.end } as const;
  if (block.kind === "quotation") return <blockquote {...marks}>{words}</blockquote>;
  if (block.kind === "paragraph") return <p {...marks}>{words}</p>;
  // The page's own title is the h1: the article's headings begin below it.
  if ((block.level ?? 1) <= 1) return <h2 {...marks}>{words}</h2>;
  return block.level === 2 ? <h3 {...marks}>{words}</h3> : <h4 {...marks}>{words}</h4>;
}
