import { type Block, fact, type Line, line, ours, strong } from "./block";
import { tellTime } from "./tell-date";

/** What an export contains, as its first page says. */
export type ReportAbout = {
  title: string;
  description: string;
  blind: boolean;
  team: string;
  by: string;
  at: string;
  /** The filter in words; null for the whole case. */
  filter: Line | null;
  sort: string;
  claims: { draft: number; reviewed: number; retracted: number };
  /** Claims of the case that the filter leaves out. */
  leftOut: number;
  conflicts: number;
};

/** What was written, as it was counted while writing. */
export type Written = {
  claims: number;
  context: number;
  conflicts: number;
  findings: number;
  drafts: number;
  sources: number;
};

export function coverBlock(about: ReportAbout): Block {
  const { claims, leftOut } = about;
  const total = claims.draft + claims.reviewed + claims.retracted;
  const parts = Object.entries(claims).flatMap(([status, count]) => (count > 0 ? [`${count} ${status}`] : []));
  const warnings: Line[] = [];
  if (about.filter) {
    warnings.push(
      line`${strong("A part of the case:")} ${about.filter}. ${leftOut} of its claims ${ours(leftOut === 1 ? "is" : "are")} left out.`,
    );
  }
  if (about.blind)
    warnings.push(line`${strong("Blind case:")} relations and grades as far as ${about.by} may know them.`);
  return {
    block: "cover",
    title: about.title,
    description: about.description,
    facts: [
      ...fact("Team", about.team),
      ...fact("Exported by", about.by),
      ...fact("Time", [ours(tellTime(about.at))]),
      ...fact("Claims", [ours(parts.length > 0 ? `${total} (${parts.join(", ")})` : "none")]),
      ...fact("Conflicts", [ours(String(about.conflicts))]),
      ...fact("Filter", about.filter ?? [ours("none: the whole case, retracted claims included")]),
      ...fact("Order", [ours(`conflicts by weight; other claims by outlet, then by ${about.sort}`)]),
    ],
    warnings,
  };
}

/** The last section: what was written. The hash follows as the writer's own last line; of the same case it stays the same. */
export function closingBlocks(about: ReportAbout, written: Written): Block[] {
  const { claims, context, conflicts, findings, drafts, sources } = written;
  return [
    { block: "heading", level: 1, id: "about", text: line`About this export` },
    {
      block: "facts",
      facts: [
        ...fact("Claims", [ours(String(claims))]),
        ...(context > 0
          ? fact("Beside them", [ours(`${context} outside the filter, shown because their conflict is`)])
          : []),
        ...fact("Conflicts", [ours(String(conflicts))]),
        ...fact("Findings", [
          ours(drafts > 0 ? `${findings}; ${drafts} more in draft are left out` : String(findings)),
        ]),
        ...fact("Sources", [ours(String(sources))]),
        ...fact("Case", about.title),
      ],
    },
  ];
}

/** What the hash is of, in the words that stand before it. */
export const HASH_WORDS = "SHA-256 of this report as Markdown, from the heading “Method” to the line above this one";
