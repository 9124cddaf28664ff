import { expect, it } from "vitest";
import { loneAddress } from "./lone-address";

it.each([
  ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
  ["  https://example.org/a\n", "https://example.org/a"],
  ["<https://example.org/a>", "https://example.org/a"],
  ["www.example.org/a", "https://www.example.org/a"],
  ["https://example.org/خبر", "https://example.org/خبر"],
])("%j is the address %s", (words, address) => {
  expect(loneAddress(words)).toBe(address);
});

it.each([
  "",
  "example",
  "See https://example.org/a",
  "https://example.org/a https://example.org/b",
  "ftp://example.org/a",
  "https://localhost/a",
  "Reuters. The end",
  "javascript:alert(1)",
])("%j is none", (words) => {
  expect(loneAddress(words)).toBeNull();
});
