import { cookies } from "next/headers";
import type { NextAuthOptions, User } from "next-auth";
import { type Door, enterByProvider, type Refused } from "@/features/team/commands/enter-by-provider";
import { returnPath } from "@/features/team/rules/return-path";
import { CONNECTING_COOKIE, mayConnect } from "@/platform/auth/connecting";
import { OIDC, oidcProvider, vouchedBy } from "@/platform/auth/oidc";
import { openSession } from "@/platform/auth/open-session";
import { authOptions } from "@/platform/auth/options";
import { type CurrentUser, currentUser } from "@/platform/auth/session";
import { env } from "@/platform/env";

/** How people get in: by password, and by the identity provider where one is set up. */
export function signInOptions(): NextAuthOptions {
  const provider = oidcProvider();
  if (!provider) return authOptions;
  return {
    ...authOptions,
    providers: [...authOptions.providers, provider],
    callbacks: {
      ...authOptions.callbacks,
      signIn: async ({ user, account, profile }) => (account?.provider === OIDC ? admit(user, profile) : true),
    },
  };
}

/** Finds out who it is, and puts the session into `user`, from where it goes into the cookie. Or says where to go instead. */
async function admit(user: User, claims: unknown): Promise<true | string> {
  const vouched = vouchedBy(claims);
  const wanted = await wantedPath();
  if (!vouched) return refusal("ProviderUnknown", wanted);
  const present = await currentUser();
  const entered = await enterByProvider(vouched, doorFor(present && (await asSignedIn(present)), wanted));
  if ("refused" in entered) return refusal(entered.refused, wanted);
  user.id = entered.userId;
  // Who connects a provider goes on in the session they have.
  user.sid = present?.sid ?? (await openSession(entered.userId, { viaProvider: true })).id;
  user.viaProvider = present?.viaProvider ?? true;
  return true;
}

const refusal = (why: Refused | "ProviderUnknown", wanted: string) =>
  `/sign-in?${new URLSearchParams({ error: why, ...(wanted === "/" ? {} : { from: wanted }) })}`;

function doorFor(signedInAs: Door["signedInAs"], wanted: string): Door {
  const { OIDC_ALLOWED_DOMAINS, OIDC_JOIN_TEAM, OIDC_JOIN_ROLE } = env();
  return {
    signedInAs,
    // Who follows an invitation wants to go back to it.
    invitation: /^\/join\/([\w-]{20,200})$/.exec(wanted)?.[1] ?? null,
    allowedDomains: OIDC_ALLOWED_DOMAINS,
    join: OIDC_JOIN_TEAM ? { team: OIDC_JOIN_TEAM, role: OIDC_JOIN_ROLE } : null,
  };
}

async function asSignedIn({ id, name, sid }: CurrentUser) {
  const cookie = (await cookies()).get(CONNECTING_COOKIE)?.value;
  return { id, name, confirmed: mayConnect(cookie, { userId: id, sid }) };
}

/** Where the person wants to go, which next-auth keeps in a cookie meanwhile. */
async function wantedPath(): Promise<string> {
  const jar = await cookies();
  const kept = (jar.get("__Secure-next-auth.callback-url") ?? jar.get("next-auth.callback-url"))?.value ?? "";
  const url = URL.canParse(kept) ? new URL(kept) : null;
  return returnPath(url ? url.pathname + url.search : kept);
}
