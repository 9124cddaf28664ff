import type { z } from "zod";
import { recordActivity } from "@/features/activity/commands/record-activity";
import { hashSecret, makeSecret } from "@/platform/auth/secrets";
import { type Ctx, transact } from "@/platform/context";
import { forbidden } from "@/platform/errors";
import { canCreateToken } from "../policy";
import type { ApiToken, CreateToken } from "../schema";

const PREFIX = "xb_";
const DAY_MS = 86_400_000;

/** A token that acts for its maker. `secret` is in this answer only. */
export function createToken(ctx: Ctx, input: z.output<typeof CreateToken>): Promise<ApiToken & { secret: string }> {
  if (!canCreateToken(ctx.actor)) throw forbidden();
  const secret = makeSecret(PREFIX);
  const expiresAt = input.expiresInDays === null ? null : new Date(Date.now() + input.expiresInDays * DAY_MS);
  return transact(ctx, async (ctx) => {
    const row = await ctx.tx.apiToken.create({
      data: {
        teamId: ctx.teamId,
        userId: ctx.actor.userId,
        name: input.name,
        scope: input.scope,
        tokenHash: hashSecret(secret),
        hint: secret.slice(0, PREFIX.length + 4),
        expiresAt,
      },
    });
    const after = { name: row.name, scope: row.scope, hint: row.hint, expiresAt: row.expiresAt };
    await recordActivity(ctx, {
      verb: "token.created",
      subject: { type: "token", id: row.id, label: row.name },
      after,
    });
    return {
      id: row.id,
      name: row.name,
      scope: row.scope,
      hint: row.hint,
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: null,
      secret,
    };
  });
}
