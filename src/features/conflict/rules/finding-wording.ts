import type { FindingOutcome, Likelihood } from "../schema";

export const OUTCOME_WORDS: Record<FindingOutcome, string> = {
  one_camp: "One camp holds",
  different_scope: "Both hold, in different scope",
  outdated: "Outdated: one was true earlier, the other is now",
  cannot_tell: "Cannot be told",
  open: "Open",
};

/**
 * The official words and bands of ICD 203, first row of terms: the two rows are never mixed. They stand apart from
 * confidence, which "must not" be given in the same sentence.
 */
export const LIKELIHOOD_WORDS: Record<Likelihood, { words: string; percent: string }> = {
  almost_no_chance: { words: "almost no chance", percent: "01–05 %" },
  very_unlikely: { words: "very unlikely", percent: "05–20 %" },
  unlikely: { words: "unlikely", percent: "20–45 %" },
  roughly_even_chance: { words: "roughly even chance", percent: "45–55 %" },
  likely: { words: "likely", percent: "55–80 %" },
  very_likely: { words: "very likely", percent: "80–95 %" },
  almost_certain: { words: "almost certain", percent: "95–99 %" },
};
