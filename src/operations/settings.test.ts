import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { authEnvironment, readSettings } from "./settings.mjs";

const secret = "a secret of some length";
const oidc = { OIDC_ISSUER: "https://login.example.org", OIDC_CLIENT_ID: "claims", OIDC_CLIENT_SECRET: "s" };
const smtp = { SMTP_URL: "smtps://mail.example.org", SMTP_FROM: "Claims <claims@example.org>" };
const external = { DATABASE_URL: "postgresql://app@db/claims", AUTH_SECRET: secret };

it("needs no setting at all", () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: null,
    publicUrl: null,
    address: "http://127.0.0.1:3000",
  });
});

it.each([
  [{ HOST: "0.0.0.0", PORT: "8080" }, "http://localhost:8080"],
  [{ HOST: "::1" }, "http://[::1]:3000"],
  [{ HOST: "[::]" }, "http://localhost:3000"],
  [{ PUBLIC_URL: "https://claims.example.org/" }, "https://claims.example.org"],
])("tells where a browser finds it: %o", (env, address) => {
  expect(readSettings(env).address).toBe(address);
});

it.each([
  [{ PORT: "http" }, /^PORT is "http"/],
  [{ PORT: "0" }, /^PORT is "0"/],
  [{ PORT: "65536" }, /^PORT/],
  [{ PORT: "80 " }, /^PORT/],
  [{ HOST: "my host" }, /^HOST is "my host"/],
  [{ PUBLIC_URL: "claims.example.org" }, /^PUBLIC_URL/],
  [{ PUBLIC_URL: "https://example.org/claims" }, /^PUBLIC_URL/],
  [{ ...external, DATABASE_URL: "mysql://db/claims" }, /^DATABASE_URL/],
  [{ ...external, DATABASE_DIRECT_URL: "db:5432" }, /^DATABASE_DIRECT_URL/],
  [{ ...external, DATABASE_POOL: "0" }, /^DATABASE_POOL/],
  [{ ...external, AUTH_SECRET: "" }, /^AUTH_SECRET is missing/],
  [{ AUTH_SECRET: "short" }, /^AUTH_SECRET is too short/],
  [{ CROSSBEARING_FETCH_ALLOW: "wiki.internal" }, /^CROSSBEARING_FETCH_ALLOW is "wiki.internal"/],
  [{ CROSSBEARING_FETCH_ALLOW: "10.0.0.5:80,http://wiki.internal:80" }, /^CROSSBEARING_FETCH_ALLOW/],
  [{ OIDC_CLIENT_ID: "claims" }, /^OIDC_ISSUER is missing: OIDC_CLIENT_ID/],
  [{ ...oidc, OIDC_ISSUER: "login.example.org" }, /^OIDC_ISSUER is "login.example.org"/],
  [{ ...oidc, OIDC_ISSUER: "http://login.example.org" }, /^OIDC_ISSUER/],
  [{ ...oidc, OIDC_CLIENT_SECRET: "" }, /^OIDC_CLIENT_SECRET is missing/],
  [{ ...oidc, OIDC_JOIN_ROLE: "owner" }, /^OIDC_JOIN_ROLE is "owner"/],
  [{ ...oidc, OIDC_TRUST_EMAIL: "yes" }, /^OIDC_TRUST_EMAIL is "yes"/],
  [{ ...smtp, SMTP_URL: "mail.example.org" }, /^SMTP_URL must be/],
  [{ ...smtp, SMTP_URL: "smtp://claims@mail.example.org" }, /^SMTP_URL must be/],
  [{ ...smtp, SMTP_URL: "smtps://claims:100%@mail.example.org" }, /^SMTP_URL must be/],
  [{ SMTP_FROM: smtp.SMTP_FROM }, /^SMTP_URL is missing/],
  [{ SMTP_URL: smtp.SMTP_URL }, /^SMTP_FROM is missing/],
  [{ ...smtp, SMTP_FROM: "a@example.org, b@example.org" }, /^SMTP_FROM/],
  [{ ...smtp, SMTP_FROM: "A\r\nBcc: b@example.org <a@example.org>" }, /^SMTP_FROM/],
  [smtp, /^PUBLIC_URL is missing/],
])("refuses %o in one sentence that names the setting", (env, sentence) => {
  expect(() => readSettings(env)).toThrow(sentence);
});

it("makes the secret of the embedded default once, for its owner alone", () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "crossbearing-settings-"));
  const settings = readSettings({ CROSSBEARING_DATA_DIR: dataDir });
  const first = authEnvironment(settings, {});
  expect(authEnvironment(settings, {})).toEqual(first);
  expect(first.AUTH_SECRET.length).toBeGreaterThan(30);
  const file = path.join(dataDir, "auth-secret");
  expect(readFileSync(file, "utf8").trim()).toBe(first.AUTH_SECRET);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  rmSync(dataDir, { recursive: true });
});

it("takes the given secret, and the public address for the links of the sign-in", () => {
  const settings = readSettings({ ...external, PUBLIC_URL: "https://claims.example.org" });
  expect(authEnvironment(settings, external)).toMatchObject({
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: "https://claims.example.org",
  });
});

it("keeps the password of a mail server out of its sentence", () => {
  const SMTP_URL = "smtp://claims:secret@mail.example.org/inbox";
  expect(() => readSettings({ ...smtp, SMTP_URL })).toThrow(/^SMTP_URL (?!.*secret)/);
});

it.each(["claims@example.org", "Claims desk <claims@example.org>"])("takes the sender %s", (SMTP_FROM) => {
  expect(() => readSettings({ ...smtp, SMTP_FROM, PUBLIC_URL: "https://claims.example.org" })).not.toThrow();
});

it.each(["https://login.example.org/realms/desk", "http://127.0.0.1:4400"])("takes the provider %s", (issuer) => {
  expect(() => readSettings({ ...oidc, OIDC_ISSUER: issuer, OIDC_JOIN_ROLE: "viewer" })).not.toThrow();
});
