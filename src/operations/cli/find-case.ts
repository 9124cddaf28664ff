import { vouchForTeam } from "@/platform/auth/vouch";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { invalid } from "@/platform/errors";
import { Id } from "@/platform/fields";

/** The case that goes by this id or title in any team, and a context that acts for the first owner of its team. */
export async function findCase(given: string): Promise<{ ctx: Ctx; caseId: string; title: string }> {
  const byId = Id.safeParse(given).success;
  const found = await prisma().case.findMany({
    where: byId ? { id: given } : { title: { equals: given.trim(), mode: "insensitive" } },
    select: { id: true, teamId: true, title: true },
    take: 2,
  });
  const [row, another] = found;
  if (!row) throw invalid("case", `There is no case "${given}". "case list" names them all.`);
  if (another) throw invalid("case", `Several cases are called "${given}": name one by its id, from "case list".`);
  return { ctx: await vouchForTeam(row.teamId, "cli"), caseId: row.id, title: row.title };
}
