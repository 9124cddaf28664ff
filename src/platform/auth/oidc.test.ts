import { beforeEach, expect, test, vi } from "vitest";
import { oidcName, oidcProvider, vouchedBy } from "./oidc";

const issuer = "https://login.example.org/realms/desk";
let databases = 0;

/** What is read of the environment is kept for as long as the database is the same. */
const settle = (given: Record<string, string>) => {
  vi.stubEnv("DATABASE_URL", `postgresql://db/${databases++}`);
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
};

beforeEach(() => {
  settle({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "claims", OIDC_CLIENT_SECRET: "s", OIDC_NAME: "Desk login" });
  return () => vi.unstubAllEnvs();
});

const claims = { iss: issuer, sub: "1", email: "Anna@Example.org", email_verified: true, name: "Anna" };

test("without an issuer there is no provider", () => {
  settle({ OIDC_ISSUER: "" });
  expect([oidcName(), oidcProvider()]).toEqual([null, null]);
});

test("is asked with PKCE, state and nonce", () => {
  expect(oidcName()).toBe("Desk login");
  expect(oidcProvider()).toMatchObject({
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    checks: ["pkce", "state", "nonce"],
    idToken: true,
  });
});

test.each([
  ["a verified address", claims, "anna@example.org"],
  ["verified as text", { ...claims, email_verified: "true" }, "anna@example.org"],
  ["not verified", { ...claims, email_verified: false }, null],
  ["not verified, as text", { ...claims, email_verified: "false" }, null],
  ["nothing said of it", { ...claims, email_verified: undefined }, null],
  ["no address", { ...claims, email: undefined }, null],
])("believes only addresses that were verified: %s", (_, given, email) => {
  expect(vouchedBy(given)).toMatchObject({ issuer, subject: "1", email });
});

test("an installation may trust the addresses of a provider that says nothing, but never against its word", () => {
  settle({ OIDC_TRUST_EMAIL: "true" });
  expect(vouchedBy({ ...claims, email_verified: undefined })?.email).toBe("anna@example.org");
  expect(vouchedBy({ ...claims, email_verified: false })?.email).toBeNull();
});

test.each([{ ...claims, iss: "https://evil.example" }, { ...claims, sub: "" }, { iss: issuer }, null])(
  "believes nothing of another issuer, or of nobody: %o",
  (given) => {
    expect(vouchedBy(given)).toBeNull();
  },
);
