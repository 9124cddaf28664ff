import { cn } from "./class-names";
import { RelationGlyph, type RelationKind } from "./relation-glyph";

const TONES: Record<RelationKind, string> = {
  agrees: "text-agrees-ink bg-agrees-wash",
  contradicts: "text-contradicts-ink bg-contradicts-wash",
  qualifies: "text-qualifies-ink bg-qualifies-wash",
  updates: "text-updates-ink bg-updates-wash",
  repeats: "text-repeats-ink bg-repeats-wash",
  unrelated: "text-unrelated-ink bg-unrelated-wash",
  disputed: "text-disputed-ink bg-disputed-wash border border-current border-dashed",
};

const WORDS: Record<RelationKind, string> = {
  agrees: "agrees",
  contradicts: "contradicts",
  qualifies: "qualifies",
  updates: "updates",
  repeats: "repeats",
  unrelated: "unrelated",
  disputed: "disputed",
};

type RelationMarkProps = {
  kind: RelationKind;
  /** Shown instead of the kind's own word, for instance "contradicts on number" or "is repeated by". */
  word?: string;
  /** `mark` is glyph and word on a wash; `plain` the same without a wash; `glyph` shows the sign and says the word. */
  look?: "mark" | "plain" | "glyph";
  /** A count, as in the sheet's relation column. */
  count?: number;
};

/** How two claims stand to each other: sign, word and colour together, so that none of them is needed alone. */
export function RelationMark({ kind, word = WORDS[kind], look = "mark", count }: RelationMarkProps) {
  const glyphOnly = look === "glyph";
  return (
    <span
      title={glyphOnly ? word : undefined}
      className={cn(
        "inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-sm px-1.5 font-medium text-xs",
        TONES[kind],
        look !== "mark" && "border-0 bg-transparent px-0",
      )}
    >
      <RelationGlyph kind={kind} />
      <span className={glyphOnly ? "sr-only" : undefined}>{word}</span>
      {count === undefined ? null : <span className="font-mono">{count}</span>}
    </span>
  );
}
