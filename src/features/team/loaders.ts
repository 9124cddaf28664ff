import { cache } from "react";
import { currentUser, pageCtx } from "@/platform/auth/session";
import { mailing } from "@/platform/mail/send-mail";
import { canManagePeople } from "./policy";
import {
  findOpenInvite,
  getMe,
  isSetupOpen,
  listInvites,
  listMembers,
  listSessions,
  listTokens,
  readDigest,
  readSecondFactorRule,
  readSignIn,
} from "./queries";

export const loadMe = cache(async (team: string) => getMe(await pageCtx(team)));

export const loadMembers = cache(async (team: string) => listMembers(await pageCtx(team)));

export const loadTokens = cache(async (team: string) => listTokens(await pageCtx(team)));

/** The person's signed-in browsers; `here` marks the one that asks. */
export const loadSessions = cache(async (team: string) => {
  const sessions = await listSessions(await pageCtx(team));
  const sid = (await currentUser())?.sid;
  return sessions.map((session) => ({ ...session, here: session.id === sid }));
});

/** Nothing for those who may not invite. */
export const loadInvites = cache(async (team: string) => {
  const ctx = await pageCtx(team);
  return canManagePeople(ctx.actor) ? listInvites(ctx) : [];
});

/** For the page of an invitation, which a stranger may open. */
export const loadOpenInvite = cache((token: string) => findOpenInvite(token));

/** For the set-up page, which nobody is signed in on. */
export const loadSetupOpen = cache((token: string) => isSetupOpen(token));

/** Whether one's inbox is mailed; null where this installation mails nothing. */
export const loadDigest = async (team: string) => (mailing() ? readDigest(await pageCtx(team)) : null);

/** By what the person who asks signs in; null for nobody. */
export const loadSignIn = cache(async () => {
  const user = await currentUser();
  return user && { ...(await readSignIn(user.id)), viaProvider: user.viaProvider };
});

export const loadSecondFactorRule = cache(async (team: string) => readSecondFactorRule(await pageCtx(team)));
