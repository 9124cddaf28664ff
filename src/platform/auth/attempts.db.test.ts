import { describe, expect, test } from "vitest";
import { testDatabase } from "@/testing/database";
import { deviceCookie, forgetAttempts, spendAttempt } from "./attempts";

testDatabase();

const spend = async (email: string, times: number, cookie?: string) => {
  for (let count = 0; count < times; count++) await spendAttempt(email, cookie);
};

describe("attempts to sign in", () => {
  test("are twenty an hour for an account, wherever they come from", async () => {
    await spend("guessed@example.org", 20);
    await expect(spendAttempt("guessed@example.org", undefined)).rejects.toMatchObject({
      code: "LIMIT",
      retryAfterSeconds: expect.any(Number),
    });
    await expect(spendAttempt("another@example.org", undefined)).resolves.toBeUndefined();
  });

  test("of a guesser do not lock the owner out of a browser they know", async () => {
    await spend("owner@example.org", 20);
    await expect(spendAttempt("owner@example.org", undefined)).rejects.toMatchObject({ code: "LIMIT" });
    await expect(spendAttempt("owner@example.org", deviceCookie("owner@example.org"))).resolves.toBeUndefined();
    await expect(spendAttempt("owner@example.org", deviceCookie("other@example.org"))).rejects.toMatchObject({
      code: "LIMIT",
    });
  });

  test("are forgotten after the right password", async () => {
    await spend("forgetful@example.org", 19);
    await forgetAttempts("forgetful@example.org");
    await expect(spend("forgetful@example.org", 20)).resolves.toBeUndefined();
  });

  test("are counted once each when they come at the same moment", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, () => spendAttempt("burst@example.org", undefined)),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  });
});
