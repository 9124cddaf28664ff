import { notFound as notFoundPage, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Ctx, TeamId } from "../context";
import { prisma } from "../db/client";
import { AppError, notFound } from "../errors";
import { authOptions } from "./options";
import { hasSecondFactor, secondFactorWanted } from "./second-factor";

export type CurrentUser = {
  id: string;
  email: string;
  name: string;
  sid: string;
  /** An identity provider vouched for this session, second factor and all. */
  viaProvider: boolean;
  teams: Team[];
};

type Team = {
  id: string;
  slug: string;
  name: string;
  role: Ctx["actor"]["role"];
  /** It asks for a second factor, and this session has none. */
  barred: boolean;
};

/** The signed-in person with their teams, or null. One look per request. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const session = await getServerSession(authOptions);
  if (!session?.user?.id || !session.sid) return null;
  const user = await prisma().user.findUnique({
    where: { id: session.user.id },
    select: {
      id: true,
      email: true,
      name: true,
      memberships: {
        select: { role: true, team: { select: { id: true, slug: true, name: true, requiresSecondFactor: true } } },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!user) return null;
  const viaProvider = session.viaProvider === true;
  const asked = user.memberships.some(({ team }) => team.requiresSecondFactor);
  const weak = asked && !viaProvider && !(await hasSecondFactor(user.id));
  const teams = user.memberships.map(({ role, team: { requiresSecondFactor, ...team } }) => ({
    ...team,
    role,
    barred: weak && requiresSecondFactor,
  }));
  return { id: user.id, email: user.email, name: user.name, sid: session.sid, viaProvider, teams };
});

const firstOpen = ({ teams }: CurrentUser) => teams.find(({ barred }) => !barred) ?? teams[0];

/** Throws FORBIDDEN where the team asks for a second factor that this session lacks. */
function ctxOf(user: CurrentUser, slug: string | null): Ctx | null {
  const team = slug === null ? firstOpen(user) : user.teams.find((each) => each.slug === slug);
  if (!team) return null;
  if (team.barred) throw secondFactorWanted();
  return { teamId: team.id as TeamId, actor: { userId: user.id, name: user.name, role: team.role }, via: "page" };
}

/** For pages: a signed-out visitor goes to sign in, a stranger to the team gets "not found". */
export async function pageCtx(teamSlug: string): Promise<Ctx> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
  if (user.teams.some(({ slug, barred }) => barred && slug === teamSlug)) redirect(`/second-factor?team=${teamSlug}`);
  return ctxOf(user, teamSlug) ?? notFoundPage();
}

/** For actions: the same, as errors. */
export async function actionCtx(teamSlug: string): Promise<Ctx> {
  const user = await currentUser();
  if (!user) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again; nothing typed here is lost.");
  const ctx = ctxOf(user, teamSlug);
  if (!ctx) throw notFound("team");
  return ctx;
}

/** For the API with the browser's own session: the named team, else the person's first. */
export async function sessionCtx(teamSlug: string | null): Promise<Ctx | null> {
  const user = await currentUser();
  return user ? ctxOf(user, teamSlug) : null;
}
