import { notFound as notFoundPage, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Ctx, TeamId } from "../context";
import { prisma } from "../db/client";
import { AppError, notFound } from "../errors";
import { authOptions } from "./options";

export type CurrentUser = {
  id: string;
  email: string;
  name: string;
  sid: string;
  teams: { id: string; slug: string; name: string; role: Ctx["actor"]["role"] }[];
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
        select: { role: true, team: { select: { id: true, slug: true, name: true } } },
        orderBy: { createdAt: "asc" },
      },
    },
  });
  if (!user) return null;
  const teams = user.memberships.map(({ role, team }) => ({ ...team, role }));
  return { id: user.id, email: user.email, name: user.name, sid: session.sid, teams };
});

function ctxOf(user: CurrentUser, slug: string | null): Ctx | null {
  const team = slug === null ? user.teams[0] : user.teams.find((each) => each.slug === slug);
  if (!team) return null;
  return { teamId: team.id as TeamId, actor: { userId: user.id, name: user.name, role: team.role }, via: "page" };
}

/** For pages: a signed-out visitor goes to sign in, a stranger to the team gets "not found". */
export async function pageCtx(teamSlug: string): Promise<Ctx> {
  const user = await currentUser();
  if (!user) redirect("/sign-in");
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
