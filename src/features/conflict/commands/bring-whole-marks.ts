import { recordActivities } from "@/features/activity/commands/record-activities";
import { claimLabel } from "@/features/claim/rules/claim-number";
import type { TxCtx } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canDismissWarning, canMarkOrigins } from "../policy";
import { warningLabel } from "../rules/warning-subject";
import type { Signal, WarningKind } from "../schema";

type Named = { id: string; number: number };

export type WholeOwnReporting = { claim: Named; by: string; reason: string; createdAt: string };

export type WholeSuspicion = {
  id: string;
  from: Named;
  to: Named;
  fromVersion: string;
  toVersion: string;
  signals: Signal[];
  status: "confirmed" | "rejected";
  decidedBy: string;
  decidedAt: string;
  reason: string;
};

export type WholeDismissal = {
  id: string;
  kind: WarningKind;
  subject: string;
  facts: string;
  reason: string;
  by: string;
  createdAt: string;
};

/** Stores marks of own reporting of a file from elsewhere, by whoever set them. The case is locked already. */
export async function bringOwnReporting(
  ctx: TxCtx,
  caseId: string,
  marks: readonly WholeOwnReporting[],
): Promise<void> {
  if (!canMarkOrigins(ctx.actor)) throw forbidden();
  const { teamId } = ctx;
  await ctx.tx.ownReporting.createMany({
    data: marks.map(({ claim, by, reason, createdAt }) => ({
      teamId,
      claimId: claim.id,
      userId: by,
      reason,
      createdAt: new Date(createdAt),
    })),
    skipDuplicates: true,
  });
  await recordActivities(
    ctx,
    caseId,
    marks.map(({ claim, by, reason }) => ({
      verb: "claim.own_reporting_brought",
      subject: { type: "claim" as const, id: claim.id, label: claimLabel(claim.number) },
      after: { by, reason },
    })),
  );
}

/** The same of suspected copies that somebody decided on; a pair that is suspected here already stays as it is. */
export async function bringSuspicions(
  ctx: TxCtx,
  caseId: string,
  suspicions: readonly WholeSuspicion[],
): Promise<void> {
  if (!canMarkOrigins(ctx.actor)) throw forbidden();
  const { teamId } = ctx;
  await ctx.tx.suspicion.createMany({
    data: suspicions.map(({ from, to, fromVersion, toVersion, decidedBy, decidedAt, ...suspicion }) => ({
      teamId,
      caseId,
      ...suspicion,
      fromClaimId: from.id,
      toClaimId: to.id,
      fromVersionId: fromVersion,
      toVersionId: toVersion,
      decidedById: decidedBy,
      decidedAt: new Date(decidedAt),
    })),
    skipDuplicates: true,
  });
  await recordActivities(
    ctx,
    caseId,
    suspicions.map(({ id, from, to, status, decidedBy, reason }) => ({
      verb: "suspicion.brought",
      subject: { type: "suspicion" as const, id, label: `${claimLabel(from.number)} · ${claimLabel(to.number)}` },
      after: { status, by: decidedBy, reason },
    })),
  );
}

/** The same of warnings that somebody let be. */
export async function bringDismissals(
  ctx: TxCtx,
  { caseId, blind }: { caseId: string; blind: boolean },
  dismissals: readonly WholeDismissal[],
): Promise<void> {
  if (!canDismissWarning(ctx.actor)) throw forbidden();
  const { teamId } = ctx;
  await ctx.tx.warningDismissal.createMany({
    data: dismissals.map(({ by, createdAt, ...dismissal }) => ({
      teamId,
      caseId,
      ...dismissal,
      userId: by,
      createdAt: new Date(createdAt),
    })),
    skipDuplicates: true,
  });
  await recordActivities(
    ctx,
    caseId,
    dismissals.map(({ id, subject, kind, reason, by }) => ({
      verb: "warning.brought",
      subject: { type: "warning" as const, id, label: warningLabel({ subject }, blind) },
      after: { kind, reason, by },
    })),
  );
}
