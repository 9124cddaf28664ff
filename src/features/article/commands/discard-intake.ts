import { type Ctx, db } from "@/platform/context";
import { forbidden, notFound } from "@/platform/errors";
import { canAddArticle } from "../policy";

/** Throws away what one sent to become an article. What is being read meanwhile ends by itself. */
export async function discardIntake(ctx: Ctx, { intakeId }: { intakeId: string }): Promise<null> {
  if (!canAddArticle(ctx.actor)) throw forbidden();
  const where = { teamId: ctx.teamId, id: intakeId, createdById: ctx.actor.userId };
  const { count } = await db(ctx).intake.deleteMany({ where });
  if (count === 0) throw notFound("source");
  return null;
}
