import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { type Ctx, transact } from "@/platform/context";
import type { ChangeName } from "../schema";

/** One's own name, from now on; the history keeps what one was called when something happened. */
export async function changeName(ctx: Ctx, { name }: z.output<typeof ChangeName>): Promise<null> {
  const { userId, name: before } = ctx.actor;
  if (name === before) return null;
  await transact(ctx, async (ctx) => {
    await ctx.tx.user.update({ where: { id: userId }, data: { name } });
    await recordActivity(ctx, {
      verb: "member.renamed",
      subject: { type: "member", id: userId, label: name },
      before: { name: before },
      after: { name },
    });
  });
  return null;
}
