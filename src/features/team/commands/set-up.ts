import type { z } from "zod";
import { hashPassword } from "@/platform/auth/passwords";
import { hashSecret } from "@/platform/auth/secrets";
import { prisma } from "@/platform/db/client";
import { AppError } from "@/platform/errors";
import type { SetUp } from "../schema";
import { findOrMakeTeam, joinTeam, lockTeams } from "./join-team";

/** Uses the set-up link up: the first account, its team and its ownership come into being together or not at all. */
export async function setUp(input: z.output<typeof SetUp>): Promise<{ email: string; team: string }> {
  const passwordHash = await hashPassword(input.password);
  return prisma().$transaction(async (tx) => {
    await lockTeams(tx);
    const { count } = await tx.setupLink.updateMany({
      where: { tokenHash: hashSecret(input.token), usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    const somebody = await tx.user.findFirst({ select: { id: true } });
    if (count !== 1 || somebody)
      throw new AppError("NOT_FOUND", "This link does not work: it was used, or is too old.");
    const user = await tx.user.create({ data: { email: input.email, name: input.name, passwordHash } });
    const team = await findOrMakeTeam(tx, input.team);
    await joinTeam(tx, { team, user, role: "owner" }, "page");
    return { email: user.email, team: team.slug };
  });
}
