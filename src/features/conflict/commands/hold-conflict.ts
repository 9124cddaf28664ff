import { type LockedCase, lockCase } from "@/features/case/commands/lock-case";
import type { TxCtx } from "@/platform/context";
import { forbidden, notFound } from "@/platform/errors";
import { type FindingRow, presentFinding, readFindings } from "../queries/finding-rows";
import { changesSince, presentBases, retractedAmong } from "../queries/present-basis";
import { wholeGroups } from "../queries/whole-groups";
import type { Group } from "../rules/camps";
import { isUnsigned } from "../rules/finding-status";
import { type Change, type Finding, type FindingBasis, FindingStatus } from "../schema";

/** A conflict under its case's lock, with what it stands on and every finding over its claims, the newest first. */
export type HeldConflict = {
  caseId: string;
  subject: LockedCase;
  group: Group;
  basis: FindingBasis;
  findings: FindingRow[];
  changesOf: (row: FindingRow) => Change[];
};

/**
 * By any member's number. In a blind case a conflict is there for who has judged one of its contradictions, and can be
 * decided by who has judged everything in it.
 */
export async function holdConflict(ctx: TxCtx, caseId: string, number: number): Promise<HeldConflict> {
  const subject = await lockCase(ctx, caseId);
  const { lineage, groups, knows } = await wholeGroups(ctx, caseId, [number], subject);
  const group = groups.find(({ claims }) => claims.includes(number));
  if (!group) throw notFound("conflict");
  if (!knows(group)) throw forbidden("In a blind case a finding takes a judgement of every pair of the conflict.");
  const { blind } = subject;
  const basis = (await presentBases(ctx, caseId, [group], { lineage, blind })).get(group.key);
  if (!basis) throw new Error("a conflict without a basis");
  const findings = await readFindings(ctx, caseId, group.claims, [...FindingStatus.options]);
  const retracted = await retractedAmong(ctx, caseId, findings);
  return { caseId, subject, group, basis, findings, changesOf: (row) => changesSince(row, basis, retracted) };
}

/** The finding that can still be changed. */
export const unsignedOf = ({ findings }: HeldConflict) => findings.find(({ status }) => isUnsigned(status));

/** A finding as it was just written. */
export async function answerFinding(ctx: TxCtx, held: HeldConflict, id: string): Promise<Finding> {
  const statuses = [...FindingStatus.options];
  const row = (await readFindings(ctx, held.caseId, held.group.claims, statuses)).find((each) => each.id === id);
  if (!row) throw new Error("a finding that was just written is gone");
  return present(held, row);
}

export const present = (held: HeldConflict, row: FindingRow): Finding =>
  presentFinding(row, held.group.camps, held.changesOf(row));
