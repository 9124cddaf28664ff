import { recordActivity } from "@/features/activity/commands/record-activity";
import { changedFields } from "@/features/activity/rules";
import type { Verb } from "@/features/activity/rules/tell-activity";
import { claimLabel } from "@/features/claim/rules/claim-number";
import type { TxCtx } from "@/platform/context";
import type { FindingRow } from "../queries/finding-rows";
import { toldOfFinding } from "../rules/told-of-finding";
import type { Finding, FindingBasis } from "../schema";
import type { HeldConflict } from "./hold-conflict";

export type FindingWords = Pick<
  Finding,
  "question" | "outcome" | "preferred" | "rationale" | "likelihood" | "confidence"
>;

export type NewState = FindingWords & {
  status: "draft" | "proposed" | "signed";
  basis: FindingBasis;
  authorId: string;
};

/** Writes the row, the claims it was decided over and its activity; answers its id. */
export async function storeFinding(
  ctx: TxCtx,
  held: HeldConflict,
  prior: FindingRow | undefined,
  state: NewState,
): Promise<string> {
  const signed = state.status === "signed" ? { signerId: ctx.actor.userId, signedAt: new Date() } : {};
  const id = await writeRow(ctx, held, prior, { ...state, ...signed });
  await writeClaims(ctx, held, id, state.basis);
  const before = prior ? toldOfFinding(prior, prior.basis) : {};
  const change = changedFields(before, toldOfFinding(state, state.basis)) ?? { before: null, after: null };
  await tellOfFinding(ctx, held, { id, verb: verbOf(prior, state.status), ...change, ...(!prior && { before: null }) });
  if (state.status === "signed") await supersedeOthers(ctx, held, id);
  return id;
}

async function writeRow(
  ctx: TxCtx,
  { caseId }: HeldConflict,
  prior: FindingRow | undefined,
  data: NewState & { signerId?: string; signedAt?: Date },
): Promise<string> {
  const { teamId } = ctx;
  const select = { id: true };
  if (!prior) return (await ctx.tx.finding.create({ data: { teamId, caseId, ...data }, select })).id;
  const where = { teamId_id: { teamId, id: prior.id } };
  await ctx.tx.finding.update({ where, data: { ...data, version: { increment: 1 } }, select });
  return prior.id;
}

async function writeClaims(ctx: TxCtx, { caseId }: HeldConflict, findingId: string, { claims }: FindingBasis) {
  const { teamId } = ctx;
  await ctx.tx.findingClaim.deleteMany({ where: { teamId, findingId } });
  await ctx.tx.findingClaim.createMany({ data: claims.map(({ id }) => ({ teamId, caseId, findingId, claimId: id })) });
}

/** What was signed on any of its claims before is of the past now. */
async function supersedeOthers(ctx: TxCtx, held: HeldConflict, by: string): Promise<void> {
  const { teamId } = ctx;
  for (const row of held.findings) {
    if (row.status !== "signed" || row.id === by) continue;
    const where = { teamId_id: { teamId, id: row.id } };
    await ctx.tx.finding.update({ where, data: { status: "superseded", version: { increment: 1 } } });
    const change = { before: { status: "signed" }, after: { status: "superseded" } };
    await tellOfFinding(ctx, held, { id: row.id, verb: "finding.superseded", ...change });
  }
}

function verbOf(prior: FindingRow | undefined, status: NewState["status"]): Verb {
  if (status === "signed") return "finding.signed";
  if (status === "draft" && prior?.status === "proposed") return "finding.sent_back";
  if (status === "proposed" && prior?.status !== "proposed") return "finding.proposed";
  return prior ? "finding.changed" : "finding.drafted";
}

type Told = { id: string; verb: Verb; before: object | null; after: object | null };

export function tellOfFinding(ctx: TxCtx, { caseId, group }: HeldConflict, { id, verb, before, after }: Told) {
  const subject = { type: "finding" as const, id, label: claimLabel(group.key) };
  return recordActivity(ctx, { caseId, verb, subject, before, after });
}
