import { afterEach, expect, it, vi } from "vitest";
import { env } from "../env";
import { allowedBy, parseAllowances } from "./allowances";

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ["", []],
  [" , ", []],
  ["wiki.internal:8080", [{ host: "wiki.internal", port: 8080 }]],
  [
    "Wiki.Internal.:80 , 10.0.0.5:443",
    [
      { host: "wiki.internal", port: 80 },
      { host: "10.0.0.5", port: 443 },
    ],
  ],
  ["[FD00:0::5]:80", [{ host: "fd00::5", port: 80 }]],
  ["[::ffff:10.0.0.5]:80", [{ host: "10.0.0.5", port: 80 }]],
])("reads %j", (text, expected) => {
  expect(parseAllowances(text)).toEqual(expected);
});

it.each([
  ...["wiki.internal", "wiki.internal:", ":80", "10.0.0.5:0", "10.0.0.5:65536", "10.0.0.5:80:90", "fd00::5:80"],
  ...["http://wiki.internal:80", "wiki.internal:80/path", "*.internal:80", "a b:80", "user@wiki.internal:80"],
  ...["wiki.internal:80,nonsense", "10.0.0.0/8:80", "[wiki]:80", "1.2.3.4.5:80"],
])("does not guess at %j", (text) => {
  expect(parseAllowances(text)).toBeNull();
});

it("opens one port of one host", () => {
  const allowed = allowedBy(parseAllowances("wiki.internal:8080,10.0.0.5:443") ?? []);
  expect(allowed.name("wiki.internal", 8080)).toBe(true);
  expect(allowed.name("wiki.internal", 80)).toBe(false);
  expect(allowed.name("x.wiki.internal", 8080)).toBe(false);
  expect(allowed.address("10.0.0.5", 443)).toBe(true);
  expect(allowed.address("10.0.0.5", 80)).toBe(false);
  expect(allowed.address("10.0.0.6", 443)).toBe(false);
});

it("is a setting of the environment, which a bad value stops in one sentence", () => {
  vi.stubEnv("DATABASE_URL", "postgresql://nowhere/allowances-good");
  vi.stubEnv("CROSSBEARING_FETCH_ALLOW", "10.0.0.5:443");
  expect(env().CROSSBEARING_FETCH_ALLOW).toEqual([{ host: "10.0.0.5", port: 443 }]);
  vi.stubEnv("DATABASE_URL", "postgresql://nowhere/allowances-bad");
  vi.stubEnv("CROSSBEARING_FETCH_ALLOW", "everything");
  expect(env).toThrow(/^The environment variable CROSSBEARING_FETCH_ALLOW is not usable: must be a list of host:port/);
});
