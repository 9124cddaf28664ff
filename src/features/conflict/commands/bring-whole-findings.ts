import { recordActivities } from "@/features/activity/commands/record-activities";
import { claimLabel } from "@/features/claim/rules/claim-number";
import type { TxCtx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canSignFinding, canWriteFinding } from "../policy";
import { toldOfFinding } from "../rules/told-of-finding";
import type { Finding, FindingBasis, FindingStatus } from "../schema";

/** A finding of a file from elsewhere, by the ids and people of this installation. */
export type WholeFinding = Pick<
  Finding,
  "id" | "question" | "outcome" | "preferred" | "rationale" | "likelihood" | "confidence"
> & {
  status: FindingStatus;
  statusBefore: FindingStatus | null;
  basis: FindingBasis;
  claims: string[];
  author: string;
  signer: string | null;
  signedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

/** Stores findings by whoever wrote and signed them. Signed ones come with a lead only. The case is locked already. */
export async function bringWholeFindings(ctx: TxCtx, caseId: string, findings: readonly WholeFinding[]): Promise<void> {
  if (!canWriteFinding(ctx.actor)) throw forbidden();
  if (!canSignFinding(ctx.actor) && findings.some(({ signer }) => signer)) throw forbidden();
  const { teamId } = ctx;
  await ctx.tx.finding.createMany({
    data: findings.map(({ author, signer, claims: _, signedAt, createdAt, updatedAt, ...finding }) => ({
      teamId,
      caseId,
      ...finding,
      authorId: author,
      signerId: signer,
      signedAt: signedAt && new Date(signedAt),
      createdAt: new Date(createdAt),
      updatedAt: new Date(updatedAt),
    })),
  });
  await ctx.tx.findingClaim.createMany({
    data: findings.flatMap(({ id, claims }) => claims.map((claimId) => ({ teamId, caseId, findingId: id, claimId }))),
  });
  await recordActivities(
    ctx,
    caseId,
    findings.map((finding) => ({
      verb: "finding.brought",
      subject: { type: "finding" as const, id: finding.id, label: labelOf(finding.basis) },
      after: { ...toldOfFinding(finding, finding.basis), author: finding.author, signer: finding.signer },
    })),
  );
}

const labelOf = ({ claims }: FindingBasis) => claimLabel(Math.min(...claims.map(({ number }) => number)));
