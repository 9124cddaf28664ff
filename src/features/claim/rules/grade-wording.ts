import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import type { Reliability } from "@/features/outlet/schema";

/**
 * The official words of the scales. Credibility: NATO / Admiralty (STANAG 2511, AJP-2.1); confidence: ICD 203. Never
 * multiplied or averaged into one score.
 */
export const CREDIBILITY_WORDS: Record<string, string> = {
  1: "confirmed by other sources",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
};

export const CONFIDENCE_WORDS: Record<string, string> = {
  low: "uncorroborated information from good or marginal sources",
  moderate: "partially corroborated information",
  high: "well-corroborated information from proven sources",
};

type Grades = { reliability: Reliability | null; credibility: number | null; reliabilityFromOutlet?: boolean };

/** One line for a tooltip or a screen reader: "B usually reliable (the outlet's) · 2 probably true". */
export function gradeWording({ reliability, credibility, reliabilityFromOutlet = false }: Grades): string {
  const source = reliability
    ? `${reliability} ${RELIABILITY_WORDS[reliability]}${reliabilityFromOutlet ? " (the outlet’s)" : ""}`
    : "no reliability given";
  const information = credibility ? `${credibility} ${CREDIBILITY_WORDS[credibility]}` : "no credibility given";
  return `${source} · ${information}`;
}
