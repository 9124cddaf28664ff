import { beforeEach, expect, test, vi } from "vitest";
import { connectingCookie, mayConnect } from "./connecting";

const anna = { userId: "anna", sid: "one" };
const now = 1_800_000_000_000;

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "the secret of this installation");
  return () => vi.unstubAllEnvs();
});

test("stands for ten minutes, in its own session, for its own person", () => {
  const { value, maxAge } = connectingCookie(anna, now);
  expect(maxAge).toBe(600);
  expect(mayConnect(value, anna, now + 599_000)).toBe(true);
  expect(mayConnect(value, anna, now + 600_000)).toBe(false);
  expect(mayConnect(value, { ...anna, sid: "two" }, now)).toBe(false);
  expect(mayConnect(value, { ...anna, userId: "bea" }, now)).toBe(false);
});

test.each([
  undefined,
  "",
  ".",
  "1.2",
  `${now + 1000}.`,
  `${now + 1000}.${"0".repeat(64)}`,
  `Infinity.${"0".repeat(64)}`,
])("is not to be made up: %s", (value) => {
  expect(mayConnect(value, anna, now)).toBe(false);
});

test("is not prolonged by whoever has it", () => {
  const [, hash] = connectingCookie(anna, now).value.split(".");
  expect(mayConnect(`${now + 9_000_000}.${hash}`, anna, now)).toBe(false);
});
