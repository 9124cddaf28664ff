import { CONFIDENCE_WORDS, CREDIBILITY_WORDS } from "@/features/claim/rules/grade-wording";
import { LIKELIHOOD_WORDS } from "@/features/conflict/rules/finding-wording";
import { RELIABILITY_WORDS } from "@/features/outlet/rules";
import { type Block, line, ours, strong } from "./block";

/** How to read the report: what its words mean and which scales its grades are of. */
export function methodBlocks({ blind }: { blind: boolean }): Block[] {
  return [
    { block: "heading", level: 1, id: "method", text: line`Method` },
    ...WORDS,
    ...(blind ? [BLIND] : []),
    { block: "heading", level: 2, id: "scales", text: line`Scales` },
    {
      block: "paragraph",
      text: line`Four things are kept apart and never multiplied into one score: the reliability of a source, the credibility of one piece of information, the likelihood of what is said, and the confidence in the team’s own judgement. F and 6 mean that nothing can be said; they are not the middle of their scales.`,
    },
    scale("Reliability of the source (NATO / Admiralty)", RELIABILITY_WORDS),
    scale("Credibility of the information (NATO / Admiralty)", CREDIBILITY_WORDS),
    scale("Analytic confidence (ICD 203)", CONFIDENCE_WORDS),
    {
      block: "table",
      head: ["Likelihood (ICD 203)", "Band"],
      widths: [0.7, 0.3],
      rows: Object.values(LIKELIHOOD_WORDS).map(({ words, percent }) => [[ours(words)], [ours(percent)]]),
    },
    {
      block: "paragraph",
      quiet: true,
      text: line`Wording of the scales: STANAG 2511 and AJP-2.1; Intelligence Community Directive 203. Likelihood and confidence are given in separate sentences, as ICD 203 asks.`,
    },
  ];
}

const scale = (title: string, words: Record<string, string>): Block => ({
  block: "table",
  head: [title, "Means"],
  widths: [0.45, 0.55],
  rows: Object.entries(words).map(([grade, meaning]) => [[strong(grade)], [ours(meaning)]]),
});

const WORDS: Block[] = [
  {
    block: "paragraph",
    text: line`A claim is one assertion in the analyst’s words, pinned to the exact words of an article. Its outlet is the one it is attributed to: the last outlet in its chain of attribution, else the article’s own.`,
  },
  {
    block: "list",
    items: [
      line`${strong("Relations.")} Claims agree, contradict or qualify each other or have nothing to do with each other. An update replaces an earlier claim without contradicting it; a repetition descends from another claim. What stands of a pair is a lead’s ruling, else the most frequent judgement; a tie stands as disputed.`,
      line`${strong("Conflict and camp.")} A conflict is a group of claims held together by relations with at least one contradiction in it. A camp is a side of it: claims that agree with or repeat each other.`,
      line`${strong("Origins.")} Corroboration is the number of independent origins that stand behind a camp, beside the number of reports. It is a range: suspected copies, outlets of one owner and origins that nothing vouches for lower its minimum. Corroboration is not truth, and the absence of a known link is not independence.`,
      line`${strong("Finding.")} The team’s answer to a conflict, with its reasons. Where the claims or relations it rests on have changed since, it is told what changed.`,
      line`${strong("Grades.")} A claim bears the newest grade of a lead, else the median of those given, of two middle ones the more cautious. Where nobody graded the reliability of a claim’s source, the outlet’s own grade stands.`,
      line`${strong("Dates")} known only roughly are told as a range, beside it their EDTF and the words that were typed.`,
    ],
  },
  {
    block: "paragraph",
    text: line`Not in this report: judgements one by one with their reasons, comments, the history, drafts of findings, and the full texts of articles. The export of the whole case as JSON holds what people recorded.`,
  },
];

const BLIND: Block = {
  block: "paragraph",
  text: line`${strong("This case is blind.")} The report shows relations and grades as far as the person who exported it may know them: those of pairs and claims that they have judged themselves. Somebody else’s report may show others.`,
};
