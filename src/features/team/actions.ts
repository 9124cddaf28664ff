"use server";

import { z } from "zod";
import { action, publicAction } from "@/platform/action";
import { currentUser } from "@/platform/auth/session";
import { AppError } from "@/platform/errors";
import { changePassword } from "./commands/change-password";
import { createToken } from "./commands/create-token";
import { endAllSessions } from "./commands/end-all-sessions";
import { endSession } from "./commands/end-session";
import { revokeToken } from "./commands/revoke-token";
import { setUp } from "./commands/set-up";
import { ChangePassword, CreateToken, EndSession, RevokeToken, SetUp } from "./schema";

export const createTokenAction = action(CreateToken, createToken);
export const revokeTokenAction = action(RevokeToken, revokeToken);
export const endSessionAction = action(EndSession, endSession);

/** Everywhere, here too: the next page this browser asks for is the sign-in. */
export const signOutEverywhereAction = action(z.object({}), (ctx) => endAllSessions(ctx), { refresh: false });

export const changePasswordAction = action(ChangePassword, async (ctx, input) => {
  const user = await currentUser();
  if (!user) throw new AppError("UNAUTHENTICATED", "You are signed out. Sign in again.");
  return changePassword(ctx, { ...input, sessionId: user.sid });
});

export const setUpAction = publicAction(SetUp, setUp);
