import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { env } from "../env";

export const OIDC = "oidc";

/** What a provider says of who signed in (OpenID Connect Core 1.0, section 5.1). */
const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  // Some providers send it as text.
  email_verified: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]).optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});
type Claims = z.infer<typeof Claims>;

export type Vouched = {
  issuer: string;
  subject: string;
  /** In lower case. Null where the provider names none that it has verified. */
  email: string | null;
  name: string;
};

/** What the sign-in page calls the provider; null where none is set up. */
export const oidcName = (): string | null => (env().OIDC_ISSUER ? env().OIDC_NAME : null);

/** The provider of the settings, for next-auth: code flow with PKCE, state and nonce; the ID token is verified. */
export function oidcProvider(): OAuthConfig<Claims> | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env();
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    id: OIDC,
    name,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    authorization: { params: { scope: "openid email profile" } },
    httpOptions: { timeout: 10_000 },
    userinfo: {
      // Many put the address into the ID token, others tell it only when asked with the access token.
      async request({ tokens, client }) {
        const { claims } = tokens as unknown as { claims: () => Claims };
        const said = claims.call(tokens);
        if (said.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return said;
        return { ...(await client.userinfo(tokens.access_token ?? "")), iss: said.iss, sub: said.sub };
      },
    },
    profile: ({ sub }) => ({ id: sub }),
  };
}

/** What may be believed of a provider's claims; null where they are not of the provider that is set up. */
export function vouchedBy(claims: unknown): Vouched | null {
  const parsed = Claims.safeParse(claims);
  const issuer = env().OIDC_ISSUER?.replace(/\/$/, "");
  if (!parsed.success || parsed.data.iss.replace(/\/$/, "") !== issuer) return null;
  const { iss, sub, email, email_verified, name, preferred_username } = parsed.data;
  const believed = email !== undefined && (email_verified ?? env().OIDC_TRUST_EMAIL);
  return {
    issuer: iss,
    subject: sub,
    email: believed ? email.trim().toLowerCase() : null,
    name: name?.trim() || preferred_username?.trim() || email?.split("@")[0] || "",
  };
}
