import type { z } from "zod";
import { type Ctx, db } from "@/platform/context";
import type { SetDigest } from "../schema";

/** Whether one's own inbox of this team is mailed once a day. Begins with what is unread; what was mailed is no news again. */
export async function setDigest(ctx: Ctx, { digest }: z.output<typeof SetDigest>): Promise<null> {
  await db(ctx).membership.updateMany({
    where: { teamId: ctx.teamId, userId: ctx.actor.userId, digest: !digest },
    data: { digest },
  });
  return null;
}
