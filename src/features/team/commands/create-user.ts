import type { z } from "zod";
import { hashPassword } from "@/platform/auth/passwords";
import { makePassword } from "@/platform/auth/secrets";
import type { Ctx, Via } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { invalid } from "@/platform/errors";
import type { CreateUser } from "../schema";
import { findOrMakeTeam, joinTeam, lockTeams } from "./join-team";

export type CreatedUser = {
  /** Acts for the new member: the caller has the database in hand and may go on in their name. */
  ctx: Ctx;
  email: string;
  team: { id: string; slug: string; name: string };
  /** The password made up for a new account: shown once, kept nowhere. Null where one was given or stood already. */
  password: string | null;
};

/**
 * An account with its membership. An address that has an account already joins the team with it.
 * Only the command line and the demonstration call this; it asks for no role, for there is no one yet who could have one.
 */
export async function createUser(input: z.output<typeof CreateUser>, via: Via = "cli"): Promise<CreatedUser> {
  const password = input.password ?? makePassword();
  const passwordHash = await hashPassword(password);
  return prisma().$transaction(async (tx) => {
    await lockTeams(tx);
    const known = await tx.user.findUnique({ where: { email: input.email }, include: { memberships: true } });
    if (known && input.password)
      throw invalid("email", "This address has an account, whose password is not changed here.");
    const team = await findOrMakeTeam(tx, input.team);
    if (known?.memberships.some((membership) => membership.teamId === team.id)) {
      throw invalid("email", `This address has an account in the team ${team.name} already.`);
    }
    const user = known ?? (await tx.user.create({ data: { email: input.email, name: input.name, passwordHash } }));
    const role = input.role ?? (team.isNew ? "owner" : "analyst");
    const ctx = await joinTeam(tx, { team, user, role }, via);
    const { id, slug, name } = team;
    return { ctx, email: user.email, team: { id, slug, name }, password: known || input.password ? null : password };
  });
}
