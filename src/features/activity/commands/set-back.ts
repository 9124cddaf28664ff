import type { Ctx, TxCtx } from "@/platform/context";
import { AppError, invalid } from "@/platform/errors";
import { changesSince, lastSeqOf, rowsBehind } from "../queries";
import { obstacleTo, setsBackOf, tellObstacle } from "../rules/in-force";
import type { Activity } from "../schema";

type Options = { caseId: string | null; made?: boolean };

/** Refuses what was set back already, and what somebody has changed again since: nothing is overwritten in silence. */
export async function refuseChangedSince(ctx: Ctx, change: Activity, { caseId, made = false }: Options): Promise<void> {
  const { userId } = ctx.actor;
  const later = await changesSince(ctx, caseId ?? ctx.teamId, change);
  const obstacle = obstacleTo(change, later, { userId, made });
  if (obstacle === null) return;
  if (obstacle === "set back") throw invalid("activity", "is set back already");
  const message = `This was not set back: ${tellObstacle(obstacle, userId)}.`;
  const errors = obstacle.fields.map((path) => ({ path, message: `was changed since, in #${obstacle.change.seq}` }));
  throw new AppError("CONFLICT", message, { errors });
}

/** Runs the command that sets a change back, so that its row says so; answers that row. The chain is locked already. */
export async function settingBack(
  ctx: TxCtx,
  { seq, subject }: Activity,
  caseId: string | null,
  work: (ctx: TxCtx) => Promise<unknown>,
): Promise<Activity> {
  const scopeId = caseId ?? ctx.teamId;
  const head = await lastSeqOf(ctx, scopeId);
  await work({ ...ctx, setsBack: { scopeId, seq } });
  const rows = (await rowsBehind(ctx, scopeId, head)).filter((row) => setsBackOf(row) === seq || row.withheld);
  const made = rows.findLast((row) => row.subject.id === subject.id) ?? rows.at(-1);
  if (!made) throw invalid("activity", "stands as it was before already");
  return made;
}
