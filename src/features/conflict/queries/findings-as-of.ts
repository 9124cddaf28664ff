import type { ClaimCard } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import type { Lineage } from "../rules/camp-origins";
import type { Group } from "../rules/camps";
import { basisOf } from "../rules/finding-basis";
import { findingChanges } from "../rules/finding-changes";
import { conflictStatus, counts } from "../rules/finding-status";
import { findingThen } from "../rules/finding-then";
import { type Change, type Conflict, FindingStatus } from "../schema";
import { type FindingRow, presentRecord, readFindings } from "./finding-rows";
import { NO_FINDING } from "./finding-states";
import type { Members } from "./members";
import { pastRows } from "./past-rows";

type Then = { group: Group; lineage: Lineage; cards: ReadonlyMap<number, ClaimCard>; members: Members };

/** What can be compared with then: sources, grades and origins are those of now. */
const REWOUND: Change["what"][] = ["membership", "relation", "words", "dates"];

/** The findings as they stood at the end of a day. In a blind case none: whether one may know them is known for now only. */
export async function findingsAsOf(
  ctx: Ctx,
  caseId: string,
  then: Then,
  day: string,
): Promise<Pick<Conflict, "findings" | "finding" | "status">> {
  const { group, cards, lineage, members } = then;
  const rows = await readFindings(ctx, caseId, group.claims, [...FindingStatus.options]);
  if (rows.length === 0 || rows.some(({ blind }) => blind)) return { ...NO_FINDING, findings: [] };
  const ids = rows.map(({ id }) => id);
  const past = await pastRows(ctx, ids, day);
  const basis = basisOf(group, { cards, sources: members, lineage, blind: false });
  const changesOf = ({ status, basis: old }: FindingRow): Change[] =>
    status === "superseded" ? [] : findingChanges(old, basis).filter(({ what }) => REWOUND.includes(what));
  const findings = rows
    .flatMap((row) => {
      const own = past.filter(({ subjectId }) => subjectId === row.id);
      return rowThen(row, own) ?? [];
    })
    .filter(({ status }) => status !== "withdrawn")
    .map((row) => presentRecord(row, group.camps, changesOf(row)));
  const current = findings.find(({ status }) => counts(status));
  if (!current) return { ...NO_FINDING, findings };
  const { basis: _, ...finding } = current;
  return { findings, finding, status: conflictStatus(finding) };
}

function rowThen(row: FindingRow, past: Parameters<typeof findingThen>[1]): FindingRow | null {
  const words = { ...row, signedAt: row.signedAt?.toISOString() ?? null };
  const then = findingThen(words, past);
  return then && { ...then, signedAt: then.signedAt === null ? null : row.signedAt };
}
