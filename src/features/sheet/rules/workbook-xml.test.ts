import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columnName,
  dayNumber,
  escapeXml,
  isLink,
  momentNumber,
  momentOfSerial,
  runsFromTheRight,
  SheetXml,
  unescapeCell,
} from "./workbook-xml";

it.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [52, "AZ"],
  [702, "ZZ"],
  [703, "AAA"],
])("column %i is %s", (place, name) => {
  expect(columnName(place)).toBe(name);
});

describe("days and moments", () => {
  it.each([
    ["2024-10-21", 45586],
    ["1900-03-01", 61],
    ["1900-02-28", null],
    ["2024-10", null],
    ["2024-10-21/2024-10-31", null],
    ["2023-02-30", null],
  ])("%s is %s", (text, number) => {
    expect(dayNumber(text)).toBe(number);
  });

  it("come back as they were", () => {
    const date = fc.date({ min: new Date("1900-03-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(date, (each) => {
        const [day, moment] = [each.toISOString().slice(0, 10), each.toISOString()];
        expect(momentOfSerial(dayNumber(day) ?? -1)).toBe(`${day}T00:00:00.000Z`);
        expect(momentOfSerial(momentNumber(moment) ?? -1)).toBe(moment);
      }),
    );
  });
});

it.each([
  ["https://example.org/?a=1", true],
  ["http://example.org", true],
  ["javascript:alert(1)", false],
  ["file:///etc/passwd", false],
  ["https://exa mple.org", false],
  ['https://example.org/"onclick="x', true],
  [`https://example.org/${"x".repeat(2000)}`, false],
])("%s may be a link: %s", (text, may) => {
  expect(isLink(text)).toBe(may);
});

it.each([
  ["قال", true],
  ["12 — «قال» said", true],
  ["said قال", false],
  ["שלום", true],
  ["12", false],
])("%s runs from the right: %s", (text, does) => {
  expect(runsFromTheRight(text)).toBe(does);
});

it("writes any text so that it is read again as it was, and as nothing but text", () => {
  const text = fc.string({ unit: "binary", minLength: 1 }).map((each) => each.toWellFormed());
  fc.assert(
    fc.property(text, (value) => {
      const sheet = new SheetXml([{ header: "a", kind: "text", width: 10 }]);
      sheet.open();
      const content = /<t(?: xml:space="preserve")?>([\s\S]*)<\/t>/.exec(sheet.row([value]))?.[1] ?? "";
      expect(content).not.toMatch(/[<>"]|&(?!amp;|lt;|gt;|quot;)/);
      const read = content
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&");
      expect(unescapeCell(read)).toBe(value);
    }),
  );
});

it("escapes what stands in attributes", () => {
  expect(escapeXml('a"<b>&\ud800')).toBe("a&quot;&lt;b&gt;&amp;\ufffd");
});
