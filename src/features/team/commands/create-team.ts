import type { z } from "zod";
import { prisma } from "@/platform/db/client";
import { freeSlug, slugOf } from "../rules";
import type { CreateTeam } from "../schema";
import { joinTeam, lockTeams } from "./join-team";

type Person = { id: string; name: string; email: string };

/** A further team, owned by who makes it. It shares nothing with any other: no outlet, no case, no member. */
export function createTeam(user: Person, { name }: z.output<typeof CreateTeam>): Promise<{ slug: string }> {
  return prisma().$transaction(async (tx) => {
    await lockTeams(tx);
    const taken = await tx.team.findMany({ select: { slug: true } });
    const slug = freeSlug(slugOf(name), new Set(taken.map((team) => team.slug)));
    const made = await tx.team.create({ data: { name, slug }, select: { id: true, slug: true, name: true } });
    await joinTeam(tx, { team: { ...made, isNew: true }, user, role: "owner" }, "page");
    return { slug };
  });
}
