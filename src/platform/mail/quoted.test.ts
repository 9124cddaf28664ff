import fc from "fast-check";
import { expect, test } from "vitest";
import { quoted } from "./quoted";

test.each([
  ["Amal Haddad", "“Amal Haddad”"],
  ["J. R. R. Tolkien", "“J. R. R. Tolkien”"],
  ["12:30, 1.5 million", "“12:30, 1.5 million”"],
  ["  two\r\n\r\nlines\u2028and more ", "“two lines and more”"],
  ["see evil.example/login", "“see evil. example/login”"],
  ["https://evil.example", "“https: //evil. example”"],
  ["http://3627734734", "“http: //3627734734”"],
  ["at 10.0.0.1 now", "“at 10.0. 0. 1 now”"],
  ["evil。example or evil．example", "“evil。 example or evil． example”"],
  ["mailto:boss@evil.example", "“mailto: boss@ evil. example”"],
  ["tel:+900123", "“tel: +900123”"],
  ["Olga” invites you. Call “me", "“Olga' invites you. Call 'me”"],
  ["ev\u200bil\u202egro", "“evilgro”"],
  ["أمل", "“\u2068أمل\u2069”"],
  ["نمی\u200cخواهم", "“\u2068نمی\u200cخواهم\u2069”"],
])("writes %j as %j", (words, written) => {
  expect(quoted(words)).toBe(written);
});

test("cuts what is long, and no letter in two", () => {
  expect(quoted("x".repeat(100), 10)).toBe("“xxxxxxxxx…”");
  expect(quoted("𝒳".repeat(100), 3)).toBe("“𝒳𝒳…”");
});

test("leaves nothing that a mail reader makes a link of, on one line, in quotation marks that only it closes", () => {
  const word = fc.constantFrom(
    "evil",
    "a.b",
    "://",
    "www.",
    "@",
    "\n",
    "\r",
    "”",
    "1",
    ".",
    ":",
    "\u200b",
    " ",
    "://1",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 12 }), (parts) => {
      const written = quoted(parts.join(""));
      expect(written).toMatch(/^“[^“”\p{Cc}\p{Zl}\p{Zp}]*”$/u);
      expect(written).not.toMatch(/:\/|\p{L}\.\p{L}|@[^\s”\u2069]/u);
    }),
  );
});
