import type { TxCtx } from "@/platform/context";
import { AppError, notFound } from "@/platform/errors";
import type { Member } from "../schema";

type Held = Pick<Member, "id" | "name" | "role">;

/** The member, with the team locked: roles and members change one at a time, so that somebody always owns the team. */
export async function holdMember(ctx: TxCtx, userId: string): Promise<Held> {
  await ctx.tx.$queryRaw`SELECT 1 FROM team WHERE id = ${ctx.teamId}::uuid FOR NO KEY UPDATE`;
  const [member] = await ctx.tx.$queryRaw<Held[]>`
    SELECT u.id::text, u.name, m.role::text FROM membership m JOIN "user" u ON u.id = m.user_id
    WHERE m.team_id = ${ctx.teamId}::uuid AND m.user_id = ${userId}::uuid`;
  if (!member) throw notFound("member");
  return member;
}

/** The last owner stays one: a team without owner could never change again. */
export async function keepAnOwner(ctx: TxCtx, { id, role }: Held): Promise<void> {
  if (role !== "owner") return;
  const others = await ctx.tx.membership.count({ where: { teamId: ctx.teamId, role: "owner", userId: { not: id } } });
  if (others === 0) throw new AppError("CONFLICT", "Nobody else owns this team. Make somebody an owner first.");
}
