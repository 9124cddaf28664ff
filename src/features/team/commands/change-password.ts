import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { hashPassword } from "@/platform/auth/passwords";
import { type Ctx, transact } from "@/platform/context";
import { invalid } from "@/platform/errors";
import type { ChangePassword } from "../schema";
import { checkPassword } from "./check-password";
import { endAllSessions } from "./end-all-sessions";

type Input = z.output<typeof ChangePassword> & { sessionId: string };

/** Takes the present password, within the same budget of guesses as signing in; ends the person's other sessions. */
export async function changePassword(ctx: Ctx, { current, next, sessionId }: Input): Promise<{ ended: number }> {
  const { userId, name } = ctx.actor;
  const present = await checkPassword(userId, current, "current");
  const passwordHash = await hashPassword(next);
  return transact(ctx, async (ctx) => {
    // Compare-and-set: of two changes at once, the second no longer knows the present password.
    const { count } = await ctx.tx.user.updateMany({
      where: { id: userId, passwordHash: present },
      data: { passwordHash },
    });
    if (count === 0) throw invalid("current", "is not your present password");
    await recordActivity(ctx, { verb: "password.changed", subject: { type: "member", id: userId, label: name } });
    return endAllSessions(ctx, { except: sessionId });
  });
}
