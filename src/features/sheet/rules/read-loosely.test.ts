import { describe, expect, it } from "vitest";
import type { Column } from "../schema";
import { findDateOrder } from "./date-order";
import { readLoosely } from "./read-loosely";

const loosely = (column: Column, text: string, more = {}) =>
  readLoosely(column, text, { dates: null, pair: false, ...more });

it.each<[Column, string, string | null]>([
  ["occurred_on", "2025-04-03 13:20", "2025-04-03"],
  ["occurred_on", "25/04/25", "2025-04-25"],
  ["occurred_on", "04/25/2025", "2025-04-25"],
  ["occurred_on", "05/05/2025", "2025-05-05"],
  ["occurred_on", "03/04/2025", null],
  ["occurred_on", "13/13/2025", null],
  ["occurred_on", "03-Apr-25", "2025-04-03"],
  ["occurred_on", "20 avril 2025", "2025-04-20"],
  ["occurred_on", "5. März 2024", "2024-03-05"],
  ["occurred_on", "3 de mayo de 2025", "2025-05-03"],
  ["occurred_on", "апрель 2025", "2025-04"],
  ["occurred_on", "20 квітня 2025 р.", "2025-04-20"],
  ["occurred_on", "about then", null],
  ["occurred_on", "mai", null],
  ["reliability", "Usually reliable", "B"],
  ["reliability", "B - Usually reliable", "B"],
  ["reliability", "unknown", "F"],
  ["reliability", "A2", null],
  ["reliability", "high", null],
  ["credibility", "2 – Probably true", "2"],
  ["credibility", "Possibly true", "3"],
  ["credibility", "3.0", "3"],
  ["credibility", "7", null],
  ["confidence", "Medium", "moderate"],
  ["confidence", "hoch", "high"],
  ["confidence", "عالية", "high"],
  ["confidence", "75 %", null],
  ["status", "Approved", "reviewed"],
  ["article_language", "Arabic", "ar"],
  ["article_url", "www.example.org/a", "https://www.example.org/a"],
  ["article_url", "see file", null],
  ["note", "anything", null],
])("%s %j is %j", (column, text, value) => expect(loosely(column, text)).toBe(value));

it("takes both grades out of one cell where both are wanted of it", () => {
  for (const text of ["B3", "b-3", "B / 3", "B.3"]) {
    expect(loosely("reliability", text, { pair: true })).toBe("B");
    expect(loosely("credibility", text, { pair: true })).toBe("3");
  }
});

describe("the order of days and months", () => {
  it.each([
    [["03/04/2025", "25/04/2025"], "day-first", 1],
    [["03/04/2025", "04/25/2025"], "month-first", 1],
    [["03/04/2025", "25/04/2025", "04/25/2025"], null, 1],
    [["03/04/2025", "05/05/2025", "x"], null, 1],
    [["2025-04-03"], null, 0],
  ] as const)("of %j is %j", (cells, order, ambiguous) => {
    expect(findDateOrder(cells)).toMatchObject({ order, ambiguous });
  });

  it("reads what it settles", () => {
    expect(loosely("reported_on", "03/04/2025", { dates: "day-first" })).toBe("2025-04-03");
    expect(loosely("reported_on", "03/04/2025", { dates: "month-first" })).toBe("2025-03-04");
    expect(loosely("reported_on", "25/04/2025", { dates: "month-first" })).toBe("2025-04-25");
  });
});
