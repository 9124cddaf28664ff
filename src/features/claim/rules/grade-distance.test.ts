import { expect, test } from "vitest";
import { Reliability } from "@/features/outlet/schema";
import { FAR_PAIRS, gradeDistance, gradesFarApart } from "./grade-distance";

test("grades are far apart from three steps on, and never where one cannot be judged", () => {
  const all = Reliability.options.flatMap((letter) => [1, 2, 3, 4, 5, 6].map((number) => [letter, number] as const));
  const far = all.filter(([letter, number]) => gradesFarApart(letter, number)).map((pair) => pair.join(""));
  expect(far).toEqual(["A4", "A5", "B5", "D1", "E1", "E2"]);
  expect(FAR_PAIRS).toEqual(far);
});

test.each([
  ["A", 1, 0],
  ["C", 3, 0],
  ["E", 1, 4],
  ["B", 4, 2],
  ["F", 1, null],
  ["A", 6, null],
  [null, 1, null],
  ["A", null, null],
] as const)("%s with %s is %s", (reliability, credibility, expected) => {
  expect(gradeDistance(reliability, credibility)).toBe(expected);
});
