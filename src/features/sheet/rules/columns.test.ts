import { expect, it } from "vitest";
import { COLUMNS } from "../schema";
import { letterOf, readHeadings } from "./columns";
import { pickDelimiter } from "./delimiter";
import { layoutOf } from "./mapping";

it("tells every heading from the others, and names columns without one by their letter", () => {
  const header = ["Note", " STATEMENT ", "'=Sum", "Note", "", "  two\nlines ", "", ""];
  expect(readHeadings(header, (index) => index === 6)).toEqual([
    ...["Note", "STATEMENT", "=Sum", "Note (2)", "Column E", "two lines", "Column G"],
  ]);
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});

it("finds the place of every column, of several that are joined too", () => {
  const result = layoutOf(
    [
      { heading: "Text", to: ["statement"] },
      { heading: "Grade", to: ["reliability", "credibility"] },
      { heading: "Remarks", to: ["note"] },
      { heading: "More", to: ["note"] },
      { heading: "Mine", to: ["extra"] },
      { heading: "Secret", to: ["left_out"] },
    ],
    null,
  );
  expect(result).toMatchObject({
    layout: {
      known: new Map([
        ["statement", [0]],
        ["reliability", [1]],
        ["credibility", [1]],
        ["note", [2, 3]],
      ]),
      extra: new Map([["Mine", 4]]),
      passed: new Set([5]),
    },
  });
});

it("refuses two columns for what has one value, and a sheet that says of no claim anything", () => {
  const problems = (columns: Record<string, string>) => {
    const mapped = Object.entries(columns).map(([heading, to]) => ({ heading, to: [to as "note"] }));
    const result = layoutOf(mapped, null);
    return "problems" in result ? result.problems.map(({ heading }) => heading) : [];
  };
  expect(problems({ Text: "statement", Day: "reported_on", "Other day": "reported_on" })).toEqual(["Other day"]);
  expect(problems({ Remarks: "note" })).toEqual(["statement"]);
  expect(problems(Object.fromEntries(COLUMNS.map((column) => [column, column])))).toEqual([]);
});

it.each([
  ["statement,note\n", ","],
  ["\uFEFFstatement;note\n", ";"],
  ["claim\tstatement\n", "\t"],
  ["Quelle|Datum|Aussage\n", "|"],
  ['"statement";"a, b"\n', ";"],
  ["statement\n", ","],
  ["", ","],
  ["Bericht, Entwurf\n\nAussage;Quelle\nEins, zwei;AFP\n", ";"],
  ["was; wie\neins; zwei\ndrei; vier, fünf\n", ";"],
])("finds the separator of %j", (text, delimiter) => expect(pickDelimiter(text)).toBe(delimiter));
