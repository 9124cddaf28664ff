import { cache } from "react";
import { currentUser, pageCtx } from "@/platform/auth/session";
import { getMe, isSetupOpen, listMembers, listSessions, listTokens } from "./queries";

export const loadMe = cache(async (team: string) => getMe(await pageCtx(team)));

export const loadMembers = cache(async (team: string) => listMembers(await pageCtx(team)));

export const loadTokens = cache(async (team: string) => listTokens(await pageCtx(team)));

/** The person's signed-in browsers; `here` marks the one that asks. */
export const loadSessions = cache(async (team: string) => {
  const sessions = await listSessions(await pageCtx(team));
  const sid = (await currentUser())?.sid;
  return sessions.map((session) => ({ ...session, here: session.id === sid }));
});

/** For the set-up page, which nobody is signed in on. */
export const loadSetupOpen = cache((token: string) => isSetupOpen(token));
