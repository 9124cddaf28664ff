import type { Ctx, TeamId, Via } from "../context";
import { prisma } from "../db/client";
import { AppError, invalid } from "../errors";

/*
 * Where a context comes into being without a session or a token. Two callers have neither: the command line, whose user
 * holds the database anyway and acts for a member, and the set-up of an account that did not exist a moment ago.
 */

type Member = { teamId: string; userId: string; name: string; role: Ctx["actor"]["role"] };

/** A context for a membership that the caller has just read or written. */
export const vouchFor = ({ teamId, userId, name, role }: Member, via: Via): Ctx => ({
  teamId: teamId as TeamId,
  actor: { userId, name, role },
  via,
});

/** For the command line: acts for the member with this address. The team may be left out by who is in one only. */
export async function vouchForMember(email: string, team: string | undefined, via: Via): Promise<Ctx> {
  const user = await prisma().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, name: true, memberships: { select: { role: true, team: true } } },
  });
  if (!user) throw invalid("email", "No account has this e-mail address.");
  const wanted = team?.trim().toLowerCase();
  const found = user.memberships.filter(({ team }) => !wanted || [team.slug, team.name.toLowerCase()].includes(wanted));
  const [membership, another] = found;
  if (!membership) throw invalid("team", wanted ? "This account is not in that team." : "This account is in no team.");
  if (another) throw invalid("team", "This account is in several teams: name one.");
  return vouchFor({ teamId: membership.team.id, userId: user.id, name: user.name, role: membership.role }, via);
}

/** For the command line, where it only reads or mends: acts for the team's first owner. */
export async function vouchForTeam(teamId: string, via: Via): Promise<Ctx> {
  const membership = await prisma().membership.findFirst({
    where: { teamId },
    orderBy: [{ role: "asc" }, { createdAt: "asc" }],
    select: { role: true, user: { select: { id: true, name: true } } },
  });
  if (!membership) throw new AppError("NOT_FOUND", "This team has no member.");
  return vouchFor({ teamId, userId: membership.user.id, name: membership.user.name, role: membership.role }, via);
}
