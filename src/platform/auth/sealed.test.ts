import { beforeEach, expect, test, vi } from "vitest";
import { keyedHash, seal, unseal } from "./sealed";

const secret = new TextEncoder().encode("a secret");

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "the secret of this installation");
  return () => vi.unstubAllEnvs();
});

test("opens for whom it was sealed, for that purpose, and is never the same twice", () => {
  const sealed = seal("one", "anna", secret);
  expect(unseal("one", "anna", sealed)).toEqual(Buffer.from(secret));
  expect(unseal("one", "bea", sealed)).toBeNull();
  expect(unseal("two", "anna", sealed)).toBeNull();
  expect(seal("one", "anna", secret)).not.toEqual(sealed);
  expect(Buffer.from(sealed).includes(Buffer.from(secret))).toBe(false);
});

test("does not open under another secret, altered, or cut off", () => {
  const sealed = seal("one", "anna", secret);
  for (const [place, byte] of sealed.entries()) {
    const altered = Uint8Array.from(sealed);
    altered[place] = byte ^ 1;
    expect(unseal("one", "anna", altered)).toBeNull();
  }
  for (const length of [0, 5, 12, 28, sealed.length - 1])
    expect(unseal("one", "anna", sealed.slice(0, length))).toBeNull();
  const hash = keyedHash("codes", "anna", "abc");
  vi.stubEnv("NEXTAUTH_SECRET", "another secret altogether");
  expect(unseal("one", "anna", sealed)).toBeNull();
  expect(keyedHash("codes", "anna", "abc")).not.toBe(hash);
});
