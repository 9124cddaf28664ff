import { describe, expect, it } from "vitest";
import { matchOptions, recognise } from "./combobox-options";

const options = [
  { value: "1", label: "Agence France-Presse", aliases: ["AFP"] },
  { value: "2", label: "Reuters", aliases: ["رويترز"] },
  { value: "3", label: "El País" },
  { value: "4", label: "Al Jazeera" },
  { value: "5", label: "Al Jazeera", detail: "English" },
];

describe("recognising what was typed", () => {
  it.each([
    ["reuters", "2"],
    ["  AFP ", "1"],
    ["el pais", "3"],
    ["رويترز", "2"],
    ["Reut", undefined],
    ["", undefined],
    ["Al Jazeera", undefined],
  ])("%j", (text, value) => {
    expect(recognise(options, text)?.value).toBe(value);
  });
});

describe("offering options", () => {
  it.each([
    ["pa", ["3"]],
    ["presse france", ["1"]],
    ["english", ["5"]],
    ["a", ["1", "4", "5", "3"]],
    ["zzz", []],
  ])("%j", (text, values) => {
    expect(matchOptions(options, text).map((option) => option.value)).toEqual(values);
  });
});
