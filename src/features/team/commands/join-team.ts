import { recordActivity } from "@/features/activity/commands/record-activity";
import { vouchFor } from "@/platform/auth/vouch";
import type { Ctx, Via } from "@/platform/context";
import type { Tx } from "@/platform/db/client";
import { invalid } from "@/platform/errors";
import { freeSlug, slugOf } from "../rules";

/** Accounts and teams are made one at a time, so that names, slugs and "the first" are decided once. */
const TEAMS_LOCK = 7_207_001;

export const lockTeams = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(${TEAMS_LOCK})`;

type Team = { id: string; slug: string; name: string; isNew: boolean };

/** The team of this name or slug, made where there is none. Without a name: the only team, else one called Team. */
export async function findOrMakeTeam(tx: Tx, name: string | undefined): Promise<Team> {
  const teams = await tx.team.findMany({ select: { id: true, slug: true, name: true }, orderBy: { createdAt: "asc" } });
  const wanted = name?.trim().toLowerCase();
  const [first, second] = wanted
    ? teams.filter((team) => [team.slug, team.name.toLowerCase()].includes(wanted))
    : teams;
  if (first && second) throw invalid("team", "There are several teams: name one by its slug.");
  if (first) return { ...first, isNew: false };
  const made = name?.trim() || "Team";
  const slug = freeSlug(slugOf(made), new Set(teams.map((team) => team.slug)));
  const team = await tx.team.create({ data: { name: made, slug }, select: { id: true, slug: true, name: true } });
  return { ...team, isNew: true };
}

type Joining = { team: Team; user: { id: string; name: string; email: string }; role: Ctx["actor"]["role"] };

/**
 * Makes the person a member, and writes the rows of the team's chain that say so. Nobody with a role acts here (the
 * command line or a set-up link does), so the new member stands as the actor, and `via` tells how it came about.
 */
export async function joinTeam(tx: Tx, { team, user, role }: Joining, via: Via): Promise<Ctx> {
  await tx.membership.create({ data: { teamId: team.id, userId: user.id, role } });
  const ctx = vouchFor({ teamId: team.id, userId: user.id, name: user.name, role }, via);
  if (team.isNew) {
    const subject = { type: "team", id: team.id, label: team.name } as const;
    await recordActivity(
      { ...ctx, tx },
      { verb: "team.created", subject, after: { name: team.name, slug: team.slug } },
    );
  }
  const subject = { type: "member", id: user.id, label: user.name } as const;
  await recordActivity({ ...ctx, tx }, { verb: "member.added", subject, after: { email: user.email, role } });
  return ctx;
}
