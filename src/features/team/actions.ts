"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { action, publicAction } from "@/platform/action";
import { CONNECTING_COOKIE, connectingCookie } from "@/platform/auth/connecting";
import { currentUser } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { acceptInvite, joinAs } from "./commands/accept-invite";
import { beginSecondFactor } from "./commands/begin-second-factor";
import { changeName } from "./commands/change-name";
import { changePassword } from "./commands/change-password";
import { changeRole } from "./commands/change-role";
import { confirmPerson } from "./commands/confirm-person";
import { confirmSecondFactor } from "./commands/confirm-second-factor";
import { createTeam } from "./commands/create-team";
import { createToken } from "./commands/create-token";
import { disconnectIdentity } from "./commands/disconnect-identity";
import { endAllSessions } from "./commands/end-all-sessions";
import { endSecondFactor } from "./commands/end-second-factor";
import { endSession } from "./commands/end-session";
import { inviteMember } from "./commands/invite-member";
import { removeMember } from "./commands/remove-member";
import { renameTeam } from "./commands/rename-team";
import { renewRecoveryCodes } from "./commands/renew-recovery-codes";
import { requireSecondFactor } from "./commands/require-second-factor";
import { revokeInvite } from "./commands/revoke-invite";
import { revokeToken } from "./commands/revoke-token";
import { setDigest } from "./commands/set-digest";
import { setUp } from "./commands/set-up";
import {
  AcceptInvite,
  AcceptInviteSignedIn,
  BeginSecondFactor,
  ChangeMember,
  ChangeName,
  ChangePassword,
  ConfirmPerson,
  ConfirmSecondFactor,
  CreateTeam,
  CreateToken,
  DisconnectIdentity,
  EndSecondFactor,
  EndSession,
  InviteMember,
  RemoveMember,
  RenameTeam,
  RenewRecoveryCodes,
  RequireSecondFactor,
  RevokeInvite,
  RevokeToken,
  SetDigest,
  SetUp,
} from "./schema";

export const createTokenAction = action(CreateToken, createToken);
export const revokeTokenAction = action(RevokeToken, revokeToken);
export const endSessionAction = action(EndSession, endSession);

/** Everywhere, here too: the next page this browser asks for is the sign-in. */
export const signOutEverywhereAction = action(z.object({}), (ctx) => endAllSessions(ctx), { refresh: false });

export const changePasswordAction = action(ChangePassword, async (ctx, input) =>
  changePassword(ctx, { ...input, sessionId: (await requireUser()).sid }),
);

export const inviteMemberAction = action(InviteMember, inviteMember);
export const revokeInviteAction = action(RevokeInvite, revokeInvite);
export const changeRoleAction = action(ChangeMember, changeRole);
export const removeMemberAction = action(RemoveMember, removeMember);
export const renameTeamAction = action(RenameTeam, renameTeam);
export const changeNameAction = action(ChangeName, changeName);

export const setDigestAction = action(SetDigest, setDigest);

/** Leaving is removing oneself; the page is no longer one's own afterwards. */
export const leaveTeamAction = action(z.object({}), (ctx) => removeMember(ctx, { userId: ctx.actor.userId }), {
  refresh: false,
});

export const acceptInviteAction = publicAction(AcceptInvite, acceptInvite);
export const joinTeamAction = publicAction(AcceptInviteSignedIn, async ({ token }) =>
  joinAs(await requireUser(), token),
);
export const createTeamAction = publicAction(CreateTeam, async (input) => createTeam(await requireUser(), input));

async function requireUser() {
  const user = await currentUser();
  if (!user) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
  return user;
}

export const beginSecondFactorAction = publicAction(BeginSecondFactor, async (input) =>
  beginSecondFactor(await requireUser(), input),
);
export const confirmSecondFactorAction = publicAction(ConfirmSecondFactor, async (input) =>
  confirmSecondFactor(await requireUser(), input),
);
export const renewRecoveryCodesAction = publicAction(RenewRecoveryCodes, async (input) =>
  renewRecoveryCodes(await requireUser(), input),
);
export const endSecondFactorAction = publicAction(EndSecondFactor, async (input) =>
  endSecondFactor(await requireUser(), input),
);
/** Before one connects an identity provider, which opens the account from then on. */
export const beginConnectingAction = publicAction(ConfirmPerson, async (input) => {
  const user = await requireUser();
  await confirmPerson(user, input);
  const { value, maxAge } = connectingCookie({ userId: user.id, sid: user.sid });
  (await cookies()).set(CONNECTING_COOKIE, value, { httpOnly: true, sameSite: "lax", path: "/", maxAge });
  return null;
});
export const disconnectIdentityAction = publicAction(DisconnectIdentity, async (input) =>
  disconnectIdentity(await requireUser(), input),
);
export const requireSecondFactorAction = action(RequireSecondFactor, async (ctx, input) =>
  requireSecondFactor(ctx, { ...input, viaProvider: (await requireUser()).viaProvider }),
);

export const setUpAction = publicAction(SetUp, setUp);
