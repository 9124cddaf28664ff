import fc from "fast-check";
import { expect, test } from "vitest";
import { plainName } from "./send-mail";

test.each([
  ["Anna Analyst", "Anna Analyst"],
  ["J. R. Smith", "J. R. Smith"],
  ["علي حسن", "علي حسن"],
  ["Win at https://evil.example/now", "Win at https evil example now"],
  ["evil.example", "evil example"],
  ["a@b.example\r\nBcc: c@d.example", "a b example Bcc c d example"],
])("%j is mailed as %j", (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

test("no name makes a link, an address or another line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(plainName(`x${name}example.org`)).not.toMatch(/[:/@\n\r]|\.\S/);
    }),
  );
});
