import type { TxCtx } from "@/platform/context";
import { notFound } from "@/platform/errors";
import { findClaimRefs } from "../queries";

/** The case whose lock a command on this claim takes. A claim never changes its case. */
export async function findCaseOfClaim(ctx: TxCtx, claimId: string): Promise<string> {
  const ref = (await findClaimRefs(ctx, [claimId])).get(claimId);
  if (!ref) throw notFound("claim");
  return ref.caseId;
}
