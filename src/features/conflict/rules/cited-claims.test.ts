import { expect, it } from "vitest";
import { citedClaims } from "./cited-claims";

it.each<[string, number[]]>([
  ["C-7 saw it, and C-12 did not.", [7, 12]],
  ["as c-7 says", [7]],
  ["(C-7)", [7]],
  ["لأن C-7 رأى ذلك", [7]],
  ["ABC-7 and C-0 and C- 7", []],
  ["", []],
])("%s", (text, claims) => {
  const parts = citedClaims(text);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.flatMap(({ claim }) => claim ?? [])).toEqual(claims);
});
