import { CONFIDENCE_WORDS } from "@/features/claim/rules/grade-wording";
import { LIKELIHOOD_WORDS, OUTCOME_WORDS } from "@/features/conflict/rules/finding-wording";
import { countWords, listWords, originWords } from "@/features/conflict/rules/origin-words";
import { proposedQuestion } from "@/features/conflict/rules/proposed-question";
import type { Camp, Conflict, ConflictLink, Finding } from "@/features/conflict/schema";
import { type Block, type Fact, fact, type Line, line, ours, said, strong } from "./block";
import { tellTime } from "./tell-date";

/** Up to its camps: what is asked, what the team found. */
export function conflictHead(conflict: Conflict): Block[] {
  const { key, camps, reports, origins, finding, status } = conflict;
  const count = camps.reduce((sum, { claims }) => sum + claims.length, 0);
  return [
    { block: "heading", level: 2, id: `conflict-${key}`, text: line`Conflict C-${key}: ${questionOf(conflict)}` },
    {
      block: "facts",
      facts: [
        ...fact("Status", [ours(STATUS_WORDS[status])]),
        ...fact("Extent", [
          ours(
            `${countWords(count, "claim")} in ${countWords(camps.length, "camp")}; ${countWords(reports, "report")}, ${originWords(origins)}`,
          ),
        ]),
        ...fact("About", conflict.about.length > 0 ? [ours(listWords(conflict.about))] : null),
        ...fact("To be decided by", conflict.assignee?.name),
      ],
    },
    ...(finding
      ? findingBlocks(finding, "Finding")
      : [{ block: "paragraph", text: line`No finding has been proposed.` } as const]),
    ...conflict.findings
      .filter((each) => each.status === "superseded")
      .flatMap((each) => findingBlocks(each, "Earlier finding, superseded")),
  ];
}

const questionOf = ({ finding, camps }: Conflict): string => finding?.question || proposedQuestion(camps);

const STATUS_WORDS: Record<Conflict["status"], string> = {
  open: "open",
  proposed: "a finding is proposed, not signed",
  settled: "settled",
  stale: "its finding is stale: what it rests on has changed since",
};

/** Likelihood and confidence stand in sentences of their own. */
function findingBlocks(finding: Finding, title: string): Block[] {
  const { outcome, likelihood, confidence, rationale, changes, question } = finding;
  const held = finding.preferred.map((number) => `C-${number}`).join(", ");
  const camp =
    held &&
    line` ${ours(finding.preferredCamp ? `Camp ${finding.preferredCamp}` : "A camp that is no longer one")} (${ours(held)}).`;
  const sentences = [
    likelihood && `Likelihood: ${LIKELIHOOD_WORDS[likelihood].words} (${LIKELIHOOD_WORDS[likelihood].percent}).`,
    confidence && `Confidence: ${confidence} (${CONFIDENCE_WORDS[confidence]}).`,
  ].filter((each) => each !== null);
  return [
    { block: "paragraph", text: line`${strong(`${title}:`)} ${ours(OUTCOME_WORDS[outcome])}.${camp || null}` },
    ...(question ? [{ block: "paragraph", text: line`To the question: ${question}` } as const] : []),
    ...paragraphs(rationale),
    ...sentences.map((sentence): Block => ({ block: "paragraph", text: [ours(sentence)] })),
    ...(changes.length > 0
      ? [
          { block: "paragraph", text: line`${strong("Changed since it was decided:")}` } as const,
          { block: "list", items: changes.map(({ words }) => [said(words)]) } as const,
        ]
      : []),
    { block: "paragraph", quiet: true, text: whoFound(finding) },
  ];
}

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n{2,}/)
    .flatMap((each): Block[] => (each.trim() ? [{ block: "paragraph", text: [said(each.trim())] }] : []));

function whoFound({ author, signer, signedAt, updatedAt, status, claims }: Finding): Line {
  const over = ours(claims.map((number) => `C-${number}`).join(", "));
  const signed =
    signer && signedAt ? line`, signed by ${signer.name} on ${ours(tellTime(signedAt))}` : line`, ${ours(status)}`;
  return line`By ${author.name}, ${ours(tellTime(updatedAt))}${signed}; over ${over}.`;
}

export function campHead(key: number, camp: Camp): Block[] {
  const outlets = camp.outlets.flatMap(({ name }, index) => [...(index > 0 ? [ours(", ")] : []), said(name)]);
  return [
    {
      block: "heading",
      level: 3,
      id: `conflict-${key}-${camp.letter}`,
      text: line`Camp ${ours(camp.letter)}: ${ours(`${countWords(camp.reports, "report")}, ${originWords(camp.origins)}`)}`,
    },
    ...(outlets.length > 0 ? [{ block: "paragraph", text: outlets } as const] : []),
    // The sentence names outlets and sources: their words.
    ...(camp.why ? [{ block: "paragraph", quiet: true, text: [said(camp.why)] } as const] : []),
  ];
}

/** Behind its camps: who contradicts whom, and what does not add up. */
export function conflictTail(conflict: Conflict): Block[] {
  const facts: Fact[] = [
    ...conflict.oppositions.flatMap(({ a, b, about, contradictions }) =>
      fact(`${a} against ${b}`, [
        ours(`${about.length > 0 ? `on ${listWords(about)}: ` : ""}${contradictions.map(tellLink).join("; ")}`),
      ]),
    ),
    ...conflict.inconsistencies.flatMap(({ contradiction, path }) =>
      fact("Inconsistent", [
        ours(`${tellLink(contradiction)}, although one camp holds both: ${path.map(tellLink).join("; ")}`),
      ]),
    ),
    ...conflict.circular.flatMap((circle) =>
      fact("Circular", [
        ours(`${listWords(circle.map((number) => `C-${number}`))} repeat each other: no origin stands behind them`),
      ]),
    ),
    ...(conflict.aside.length > 0 ? fact("Beside", [ours(conflict.aside.map(tellLink).join("; "))]) : []),
  ];
  const drafts = conflict.findings.filter(({ status }) => status === "draft").length;
  const blocks: Block[] = facts.length > 0 ? [{ block: "facts", facts }] : [];
  if (drafts > 0) {
    const told = drafts === 1 ? "A draft of a finding is" : `${drafts} drafts of findings are`;
    blocks.push({ block: "paragraph", quiet: true, text: [ours(`${told} not part of this report.`)] });
  }
  return blocks;
}

const VERBS: Record<ConflictLink["kind"], string> = {
  agrees: "agrees with",
  contradicts: "contradicts",
  qualifies: "qualifies",
  updates: "updates",
  repeats: "repeats",
  unrelated: "is unrelated to",
  disputed: "is in dispute with",
};

const tellLink = ({ from, to, kind, about }: ConflictLink): string =>
  `C-${from} ${VERBS[kind]} C-${to}${about ? ` on ${about}` : ""}`;
