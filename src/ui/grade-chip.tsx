"use client";

import { cn } from "./class-names";
import { Tooltip } from "./tooltip";

const INK = [
  "bg-grade-1 text-grade-1-ink",
  "bg-grade-2 text-grade-2-ink",
  "bg-grade-3 text-grade-3-ink",
  "bg-grade-4 text-grade-4-ink",
  "bg-grade-5 text-grade-5-ink",
];
const UNKNOWN = "bg-transparent text-ink-2";
const MISSING = "bg-transparent text-ink-3";

function tone(grade: string | null | undefined, known: string): string {
  if (!grade) return MISSING;
  return INK[known.indexOf(grade)] ?? UNKNOWN;
}

type GradeChipProps = {
  reliability?: string | null | undefined;
  credibility?: string | number | null | undefined;
  /** Official wording, shown on hover and focus, and said. For instance "B usually reliable · 2 probably true". */
  wording?: string;
  /** Grades that were not given but stand by default, such as an outlet's, are set in italics. */
  inherited?: boolean;
  /** Leave the chip out of the Tab order where its row repeats the wording. */
  quiet?: boolean;
};

/**
 * Reliability and credibility side by side, never one number: each half has its own depth of ink. Unknown (F, 6) is
 * hollow, which is not the middle of the scale; a grade not given is a dash.
 */
export function GradeChip({ reliability, credibility, wording, inherited = false, quiet = false }: GradeChipProps) {
  const number = credibility === null || credibility === undefined ? null : String(credibility);
  const halves = [
    { key: "reliability", text: reliability || "–", classes: tone(reliability, "ABCDE") },
    { key: "credibility", text: number || "–", classes: tone(number, "12345") },
  ];
  const body = (
    <span
      role="img"
      dir="ltr"
      aria-label={wording ?? `Grade ${reliability || "no reliability"}, ${number || "no credibility"}`}
      // A stop for the keyboard, because the tooltip is the only place with the full wording.
      tabIndex={wording && !quiet ? 0 : undefined}
      className={cn(
        "inline-flex h-5 overflow-hidden rounded-sm border font-medium font-mono text-xs",
        reliability || number ? "border-edge" : "border-hairline",
        inherited && "italic",
      )}
    >
      {halves.map((half) => (
        <span
          key={half.key}
          aria-hidden="true"
          className={cn("inline-flex w-4.5 items-center justify-center", half.classes)}
        >
          {half.text}
        </span>
      ))}
    </span>
  );
  return wording && !quiet ? <Tooltip text={wording}>{body}</Tooltip> : body;
}

type GradeLetterProps = {
  scale: "reliability" | "credibility";
  value: string;
  wording: string;
  inherited?: boolean;
};

/** One half of a grade on its own, with the depth of ink that it has in the chip. */
export function GradeLetter({ scale, value, wording, inherited = false }: GradeLetterProps) {
  const known = scale === "reliability" ? "ABCDE" : "12345";
  return (
    <span
      title={wording}
      className={cn(
        "inline-flex h-5 w-5 items-center justify-center rounded-sm border border-edge font-medium font-mono text-xs",
        tone(value, known),
        inherited && "italic",
      )}
    >
      {value}
    </span>
  );
}
