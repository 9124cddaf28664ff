import { describe, expect, it } from "vitest";
import { dateFormat, textOfDate, textOfNumber } from "./cell-formats";

describe("a number format", () => {
  it.each([
    [14, undefined, "day"],
    [17, undefined, "month"],
    [22, undefined, "moment"],
    [1, undefined, null],
    [49, undefined, null],
    [164, "yyyy\\-mm\\-dd", "day"],
    [164, "[$-409]d\\-mmm\\-yyyy;@", "day"],
    [164, 'dd"."mm"."yyyy', "day"],
    [164, "mmmm yyyy", "month"],
    [164, "yyyy", "year"],
    [164, "yyyy-mm-dd hh:mm:ss", "moment"],
    [164, "h:mm AM/PM", "time"],
    [164, "[h]:mm", "time"],
    [164, "0.00E+00", null],
    [164, '#,##0.00 "days"', null],
    [164, "[Red]0.00", null],
    [164, "General", null],
    [164, "0_);(0)", null],
  ])("%i %s shows %s", (id, code, shown) => {
    expect(dateFormat(id, code)).toBe(shown);
  });
});

describe("a date", () => {
  it.each([
    [45586, "day", "2024-10-21"],
    [45586.75, "day", "2024-10-21"],
    [45586.75, "moment", "2024-10-21T18:00:00"],
    [45586, "moment", "2024-10-21"],
    [45586, "month", "2024-10"],
    [45586, "year", "2024"],
    [0.5, "time", "12:00:00"],
    [45586.5, "time", "2024-10-21T12:00:00"],
    [-1, "day", null],
    [1e12, "day", null],
  ] as const)("%d shown by %s is %s", (number, format, text) => {
    expect(textOfDate(number, format, false)).toBe(text);
  });

  it("counts from 1904 where the workbook says so", () => {
    expect(textOfDate(44124, "day", true)).toBe("2024-10-21");
  });
});

it.each([
  ["1.0", "1"],
  ["12", "12"],
  ["0.30000000000000004", "0.3"],
  ["-2.50", "-2.5"],
  ["1E3", "1000"],
  ["abc", "abc"],
])("%s reads %s", (raw, text) => {
  expect(textOfNumber(raw)).toBe(text);
});
