import type { Ctx } from "@/platform/context";
import type { Lineage } from "../rules/camp-origins";
import type { Group } from "../rules/camps";
import { conflictStatus, counts } from "../rules/finding-status";
import type { ConflictStatus, Finding, FindingRecord } from "../schema";
import { type FindingRow, presentFinding, presentRecord, readFindings } from "./finding-rows";
import { changesSince, presentBases, retractedAmong } from "./present-basis";
import { wholeGroups } from "./whole-groups";

export type FindingState = { status: ConflictStatus; finding: Finding | null };

export const NO_FINDING: FindingState = { status: "open", finding: null };

/**
 * What the team has found on each of these conflicts, by their keys; a conflict without a finding is left out. The same
 * few queries for any number of conflicts.
 */
export async function findingStates(
  ctx: Ctx,
  caseId: string,
  groups: Group[],
  lineage: Lineage,
): Promise<Map<number, FindingState>> {
  const claims = groups.flatMap((group) => group.claims);
  const rows = claims.length > 0 ? await readFindings(ctx, caseId, claims, ["proposed", "signed"]) : [];
  const compared = await compare(ctx, caseId, groups, lineage, rows);
  const states = compared.map(({ group, rows, changesOf }): [number, FindingState] => {
    const [row] = rows;
    const finding = row ? presentFinding(row, group.camps, changesOf(row)) : null;
    return [group.key, { status: conflictStatus(finding), finding }];
  });
  return new Map(states);
}

/** The same with every finding there was. */
export async function findingsOf(
  ctx: Ctx,
  caseId: string,
  groups: Group[],
  lineage: Lineage,
): Promise<Map<number, FindingState & { findings: FindingRecord[] }>> {
  const claims = groups.flatMap((group) => group.claims);
  const rows = await readFindings(ctx, caseId, claims, ["draft", "proposed", "signed", "superseded"]);
  const compared = await compare(ctx, caseId, groups, lineage, rows);
  return new Map(
    compared.map(({ group, rows, changesOf }) => {
      const findings = rows.map((row) => presentRecord(row, group.camps, changesOf(row)));
      return [group.key, { ...stateOf(findings), findings }];
    }),
  );
}

function stateOf(findings: FindingRecord[]): FindingState {
  const current = findings.find(({ status }) => counts(status));
  if (!current) return NO_FINDING;
  const { basis: _, ...finding } = current;
  return { status: conflictStatus(finding), finding };
}

type Compared = { group: Group; rows: FindingRow[]; changesOf: (row: FindingRow) => Finding["changes"] };

/** The conflicts that have findings the caller may know, each with its own. */
async function compare(
  ctx: Ctx,
  caseId: string,
  groups: Group[],
  lineage: Lineage,
  rows: FindingRow[],
): Promise<Compared[]> {
  if (rows.length === 0) return [];
  const blind = rows.some((row) => row.blind);
  const open = blind ? await knownWhole(ctx, caseId, groups) : { groups, lineage };
  const own = open.groups.flatMap((group) => {
    const its = findingsOver(group, rows);
    return its.length > 0 ? [{ group, rows: its }] : [];
  });
  const evidence = { lineage: open.lineage, blind };
  const bases = await presentBases(
    ctx,
    caseId,
    own.map(({ group }) => group),
    evidence,
  );
  const retracted = await retractedAmong(ctx, caseId, rows);
  return own.map((each) => ({
    ...each,
    changesOf: (row) => changesSince(row, bases.get(each.group.key), retracted),
  }));
}

function findingsOver({ claims }: Group, rows: FindingRow[]): FindingRow[] {
  const own = new Set(claims);
  return rows.filter(({ basis }) => basis.claims.some(({ number }) => own.has(number)));
}

/** In a blind case, those of the conflicts of which the caller has judged everything. */
async function knownWhole(ctx: Ctx, caseId: string, groups: Group[]) {
  const claims = groups.flatMap((group) => group.claims);
  const whole = await wholeGroups(ctx, caseId, claims, { blind: true });
  const keys = new Set(groups.map(({ key }) => key));
  return { lineage: whole.lineage, groups: whole.groups.filter((group) => keys.has(group.key) && whole.knows(group)) };
}
