import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTotpSecret, plainCode, totpAddress, totpCode, totpStep } from "./one-time-code";

const RFC_SECRET = new TextEncoder().encode("12345678901234567890");

/** RFC 6238, appendix B, SHA-1: of its eight digits an app of six shows the last six. */
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at %d s the app shows %s", (seconds, code) => {
  expect(totpCode(RFC_SECRET, seconds * 1000)).toBe(code);
  expect(totpStep(RFC_SECRET, code, { at: seconds * 1000, lastStep: 0 })).toBe(Math.floor(seconds / 30));
});

test("a code is good for its own half minute and the ones beside it, and after the last one used only", () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 100_000_000 }), fc.integer({ min: -4, max: 4 }), (step, away) => {
      const secret = makeTotpSecret();
      const code = totpCode(secret, step * 30_000);
      const at = (step + away) * 30_000 + 15_000;
      const found = totpStep(secret, code, { at, lastStep: 0 });
      expect(found === step).toBe(Math.abs(away) <= 1);
      expect(totpStep(secret, code, { at, lastStep: step })).toBeNull();
    }),
    { numRuns: 200 },
  );
});

test("an app is told whose code it is", () => {
  const { uri, text } = totpAddress(RFC_SECRET, "anna@example.org");
  const address = new URL(uri);
  expect(decodeURIComponent(address.pathname)).toContain("Crossbearing:anna@example.org");
  expect(address.searchParams.get("secret")).toBe(text);
  expect(text).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
});

test.each([
  ["123 456", "123456"],
  [" 123-456\n", "123456"],
  ["ABCDE-fghjk", "abcdefghjk"],
  ["１２３４５６", "123456"],
])("%j is read as %s", (typed, plain) => {
  expect(plainCode(typed)).toBe(plain);
});
