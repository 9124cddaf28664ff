import { describe, expect, it } from "vitest";
import { directionOf } from "./direction";

describe("directionOf", () => {
  it.each([
    ["en", "قال المتحدث", "ltr"],
    ["ar", "Reuters", "rtl"],
    ["fa-IR", "", "rtl"],
    ["uz-Arab", "", "rtl"],
    ["az-Latn", "", "ltr"],
    ["und", "أعلنت الكتائب تعليق هجماتها، بحسب Reuters", "rtl"],
    ["und", "The statement (بيان) was short.", "ltr"],
    ["und", "", "ltr"],
  ] as const)("reads %s %s as %s", (language, text, direction) => {
    expect(directionOf(language, text)).toBe(direction);
  });
});
