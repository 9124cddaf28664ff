/** The demonstration's findings, by a claim of their conflict. `preferred` is a claim of the camp that is preferred. */
export type DemoFinding = {
  over: string;
  by: "lead" | "analyst";
  question: string;
  outcome: "one_camp" | "outdated" | "cannot_tell";
  preferred?: string;
  rationale: (numberOf: (key: string) => string) => string;
  likelihood?: "likely" | "very_likely" | "almost_certain";
  confidence: "low" | "moderate" | "high";
};

export const FINDINGS: DemoFinding[] = [
  {
    over: "tower22-first-count",
    by: "lead",
    question: "How many people were hurt at Tower 22?",
    outcome: "outdated",
    preferred: "tower22-later-count",
    rationale: (numberOf) =>
      `The command counted twice: ${numberOf("tower22-later-count")} corrects ${numberOf("tower22-first-count")} within the day. ${numberOf("estiklal-tower22")} repeats the first count nine months later, so it is out of date rather than wrong.`,
    likelihood: "very_likely",
    confidence: "high",
  },
  {
    over: "kh-suspends",
    by: "lead",
    question: "Did Kataib Hezbollah stop its attacks in early 2024?",
    outcome: "one_camp",
    preferred: "kh-suspends",
    rationale: (numberOf) =>
      `${numberOf("kh-suspends")} reports a declaration that anybody could read, on a day that fits ${numberOf("halt")}. ${numberOf("kh-opposes")} is one man's account of what others argued behind closed doors, retold by a journalist; to oppose a halt is not to break it.`,
    likelihood: "likely",
    confidence: "moderate",
  },
  {
    over: "anbar-government",
    by: "analyst",
    question: "Were civilians among the dead of the strikes in Anbar?",
    outcome: "cannot_tell",
    rationale: (numberOf) =>
      `Both ${numberOf("anbar-government")} and ${numberOf("anbar-forces")} count sixteen, each from a party to the matter, and neither names the dead. ${numberOf("estiklal-anbar")} says "fighters" without saying where that is from.`,
    confidence: "low",
  },
];
