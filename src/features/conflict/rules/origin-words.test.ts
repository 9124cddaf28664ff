import { describe, expect, test } from "vitest";
import { countWords, listWords, originWords } from "./origin-words";

describe("counts in words", () => {
  test.each([
    [{ min: 1, max: 1 }, "1 origin"],
    [{ min: 1, max: 2 }, "1–2 origins"],
    [{ min: 0, max: 1 }, "0–1 origins"],
    [{ min: 0, max: 0 }, "0 origins"],
    [{ min: 3, max: 3 }, "3 origins"],
  ])("%j reads %s", (origins, words) => expect(originWords(origins)).toBe(words));

  test.each([
    [0, "0 reports"],
    [1, "1 report"],
    [5, "5 reports"],
  ])("%d reads %s", (count, words) => expect(countWords(count, "report")).toBe(words));

  test.each([
    [[], ""],
    [["time"], "time"],
    [["time", "place"], "time and place"],
    [["number", "time", "place"], "number, time and place"],
  ])("%j reads %s", (list, words) => expect(listWords(list)).toBe(words));
});
