/*
 * The glyphs are drawn, not typed: the interface faces lack most of these signs, and whichever font a machine puts in
 * their place would make them differ in weight and height. In a square of 16.
 */
export const GLYPH_PATHS = {
  agrees: "M3 6h10M3 10h10",
  contradicts: "M3 6h10M3 10h10M10.5 2.5l-5 11",
  qualifies: "M3 6.7c1.7-1.9 3.3-1.9 5 0s3.3 1.9 5 0M3 10.7c1.7-1.9 3.3-1.9 5 0s3.3 1.9 5 0",
  updates: "M2.5 8h10.5M9 4l4 4-4 4",
  repeats: "M6.5 4L3 7.5 6.5 11M3 7.5h7a3 3 0 0 1 0 6H8.5",
  unrelated: "M6 3v10M10 3v10",
  disputed: "M5.5 5.8A2.5 2.5 0 1 1 8.7 8.2C8.2 8.5 8 8.9 8 9.6M8 12.6v.01",
} as const;

export type RelationKind = keyof typeof GLYPH_PATHS;

/** The same signs as text, for titles, files and plain strings. */
export const RELATION_SIGNS: Record<RelationKind, string> = {
  agrees: "=",
  contradicts: "≠",
  qualifies: "≈",
  updates: "→",
  repeats: "↩",
  unrelated: "∥",
  disputed: "?",
};

/** The sign of a relation, in the current colour. It always stands beside a word or a name for it. */
export function RelationGlyph({ kind }: { kind: RelationKind }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-3.5 shrink-0">
      <path
        d={GLYPH_PATHS[kind]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
