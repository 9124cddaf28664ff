import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatVagueDate } from "./format-vague-date";
import { parseVagueDate, VagueDate } from "./vague-date";

const read = (words: string, reference?: string) => {
  const reading = parseVagueDate(words, { reference });
  return reading.ok ? reading.date.edtf : `! ${reading.message}`;
};

const bounds = (words: string) => {
  const reading = parseVagueDate(words);
  if (!reading.ok) throw new Error(`${words} ${reading.message}`);
  return `${reading.date.min ?? "…"} ${reading.date.max ?? "…"}`;
};

describe("parseVagueDate", () => {
  it.each([
    ["2024", "2024"],
    ["2024-10", "2024-10"],
    ["2024-10-25~", "2024-10-25~"],
    ["2024-10-21/2024-10-31", "2024-10-21/2024-10-31"],
    ["October 2024", "2024-10"],
    ["Oct. 2024", "2024-10"],
    ["25 October 2024", "2024-10-25"],
    ["Oct 25, 2024", "2024-10-25"],
    ["Friday, October 25th, 2024", "2024-10-25"],
    ["the 25th of October 2024", "2024-10-25"],
    ["2024/10/25", "2024-10-25"],
    ["25/10/2024", "2024-10-25"],
    ["10/25/2024", "2024-10-25"],
    ["5.10.2024", "2024-10-05"],
    ["20241025", "2024-10-25"],
    ["late October 2024", "2024-10-21~/2024-10-31~"],
    ["at the end of October 2024", "2024-10-21~/2024-10-31~"],
    ["mid-October 2024", "2024-10-11~/2024-10-20~"],
    ["Early February 2023", "2023-02-01~/2023-02-10~"],
    ["late February 2024", "2024-02-21~/2024-02-29~"],
    ["early 2024", "2024-01~/2024-04~"],
    ["the first half of 2024", "2024-01/2024-06"],
    ["second half of October 2024", "2024-10-16~/2024-10-31~"],
    ["Q3 2024", "2024-07/2024-09"],
    ["the third quarter of 2024", "2024-07/2024-09"],
    ["first week of October 2024", "2024-10-01~/2024-10-07~"],
    ["the last week of October 2024", "2024-10-25~/2024-10-31~"],
    ["about 25 Oct 2024", "2024-10-25~"],
    ["circa 2019", "2019~"],
    ["possibly October 2024", "2024-10?"],
    ["October 2024?", "2024-10?"],
    ["October 21-31, 2024", "2024-10-21/2024-10-31"],
    ["21–31 October 2024", "2024-10-21/2024-10-31"],
    ["from 21 October to 3 November 2024", "2024-10-21/2024-11-03"],
    ["28 December - 3 January 2025", "2024-12-28/2025-01-03"],
    ["28 December 2024 to 3 January 2025", "2024-12-28/2025-01-03"],
    ["between 21 and 31 October 2024", "2024-10-21/2024-10-31"],
    ["October–November 2024", "2024-10/2024-11"],
    ["early October to mid-November 2024", "2024-10-01~/2024-11-20~"],
    ["2019-2021", "2019/2021"],
    ["2024-10-21 to 2024-10-31", "2024-10-21/2024-10-31"],
    ["25 or 26 October 2024", "[2024-10-25,2024-10-26]"],
    ["25 and 26 October 2024", "{2024-10-25,2024-10-26}"],
    ["since 25 Oct 2024", "2024-10-25/.."],
    ["after 25 October 2024", "2024-10-26/.."],
    ["before 2024-10-25", "../2024-10-24"],
    ["before March 2024", "../2024-02"],
    ["until 25 October 2024", "../2024-10-25"],
    ["by the end of 2024", "../2024-12~"],
    ["the 20s of October 2024", "2024-10-2X"],
    ["the 1990s", "199X"],
    ["late 1990s", "1997~/1999~"],
    ["spring 2024", "2024-03/2024-05"],
    ["autumn of 2023", "2023-09/2023-11"],
    ["winter 2023-24", "2023-12/2024-02"],
    ["2024-22", "2024-06/2024-08"],
    ["25 أكتوبر 2024", "2024-10-25"],
    ["٢٥ أكتوبر ٢٠٢٤", "2024-10-25"],
    ["تشرين الأول 2024", "2024-10"],
    ["تشرين الأول/أكتوبر 2024", "2024-10"],
    ["الجمعة 25 تشرين الأول 2024م", "2024-10-25"],
    ["أواخر تشرين الأول 2024", "2024-10-21~/2024-10-31~"],
    ["منتصف أيلول عام 2024", "2024-09-11~/2024-09-20~"],
    ["منذ 25 أكتوبر 2024", "2024-10-25/.."],
    ["قبل تموز 2024", "../2024-06"],
    ["نحو 25 أكتوبر 2024", "2024-10-25~"],
    ["بين 21 و31 أكتوبر 2024", "2024-10-21/2024-10-31"],
    ["من أيلول إلى تشرين الثاني 2024", "2024-09/2024-11"],
    ["بين أيلول وتشرين الثاني 2024", "2024-09/2024-11"],
    ["صيف 2024", "2024-06/2024-08"],
    ["٢٠٢٤", "2024"],
  ])("reads %j as %s", (words, edtf) => {
    expect(read(words)).toBe(edtf);
  });

  it.each([
    ["soon", /is not a date that can be read/],
    ["", /is not a date/],
    ["October", /has no year/],
    ["25 October", /has no year/],
    ["31 September 2024", /is not in the calendar/],
    ["29 February 2023", /is not in the calendar/],
    ["2023-02-29", /is not in the calendar/],
    ["2024-13-01", /no month 13/],
    ["10/11/2024", /may begin with the day or with the month/],
    ["25/10/24", /year of two digits/],
    ["winter 2024", /winter 2023-2024 or winter 2024-2025/],
    ["winter 2023-2029", /no winter joins/],
    ["31-21 October 2024", /ends before it begins/],
    ["2024-10/2024-08", /ends before it begins/],
    ["../..", /both ends are open/],
    ["yesterday", /relative to a day that is not given/],
    ["last Friday", /relative to a day/],
    ["October 2024 and a half", /is not a date/],
    ["25 25 October 2024", /is not a date/],
    ["0", /is not a date|no year/],
    ["x".repeat(300), /too long/],
  ])("refuses %j", (words, message) => {
    expect(read(words)).toMatch(message);
  });

  it.each([
    ["February 11", "2025-02-11"],
    ["December 11", "2024-12-11"],
    ["late October", "2024-10-21~/2024-10-31~"],
    ["February", "2025-02"],
    ["since 11 December", "2024-12-11/.."],
    ["28 December - 3 January", "2024-12-28/2025-01-03"],
    ["today", "2025-03-05"],
    ["yesterday", "2025-03-04"],
    ["on Friday", "2025-02-28"],
    ["last Wednesday", "2025-02-26"],
    ["two days earlier", "2025-03-03"],
    ["three days later", "2025-03-08"],
    ["two weeks earlier", "2025-02-19~"],
    ["a month ago", "2025-02~"],
    ["a year earlier", "2024~"],
    ["last week", "2025-02-24/2025-03-02"],
    ["last month", "2025-02"],
    ["late last month", "2025-02-21~/2025-02-28~"],
    ["this year", "2025"],
    ["the previous year", "2024"],
    ["early this month", "2025-03-01~/2025-03-10~"],
    ["أمس", "2025-03-04"],
    ["الشهر الماضي", "2025-02"],
    ["قبل أسبوعين", "2025-02-19~"],
    ["قبل ثلاثة أيام", "2025-03-02"],
    ["يوم الجمعة الماضي", "2025-02-28"],
    ["أواخر الشهر الماضي", "2025-02-21~/2025-02-28~"],
    ["25 October 2024", "2024-10-25"],
  ])("reads %j, said on 5 March 2025, as %s", (words, edtf) => {
    expect(read(words, "2025-03-05")).toBe(edtf);
  });

  it.each([
    ["October 2024", "2024-10-01 2024-10-31"],
    ["about 25 Oct 2024", "2024-10-25 2024-10-25"],
    ["late October 2024", "2024-10-21 2024-10-31"],
    ["the 20s of October 2024", "2024-10-20 2024-10-29"],
    ["since 25 Oct 2024", "2024-10-25 …"],
    ["before 2024-10-25", "… 2024-10-24"],
    ["/2024-10-25", "… 2024-10-25"],
    ["summer 2024", "2024-06-01 2024-08-31"],
    ["2024-22", "2024-06-01 2024-08-31"],
    ["[2024-10-25..2024-10-28]", "2024-10-25 2024-10-28"],
    ["February 2024", "2024-02-01 2024-02-29"],
    ["2024-10-25T23:30:00Z", "2024-10-25 2024-10-25"],
  ])("%j lies between %s", (words, days) => {
    expect(bounds(words)).toBe(days);
  });

  it("never throws, and keeps the words as typed", () => {
    const word = fc.constantFrom(
      "late",
      "October",
      "2024",
      "21",
      "-",
      "to",
      "before",
      "the",
      "20s",
      "~",
      "/",
      "مايو",
      "Q3",
      "or",
      "x",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 40 }),
          fc.array(word, { maxLength: 7 }).map((w) => w.join(" ")),
        ),
        (typed) => {
          const reading = parseVagueDate(typed, { reference: "2024-10-25" });
          if (!reading.ok) return reading.message !== "";
          const { min, max, words } = reading.date;
          return words === typed.trim() && (min === null || max === null || min <= max);
        },
      ),
    );
  });
});

describe("a reference known only roughly", () => {
  it.each([
    ["October 25", "2024-10", "2024-10-25"],
    ["yesterday", "2024-10-25~", "2024-10-24"],
    ["December 1", "2024", "2024-12-01"],
    ["October 25", "not a date", "! has no year: write it like 25 October 2024"],
  ])("%s, said on %s", (words, reference, edtf) => {
    expect(read(words, reference)).toBe(edtf);
  });
});

describe("VagueDate", () => {
  const Field = VagueDate.nullable().optional();

  it("takes words, EDTF, what was read before, and nothing", () => {
    expect(Field.parse("late October 2024")).toEqual({
      edtf: "2024-10-21~/2024-10-31~",
      words: "late October 2024",
      min: "2024-10-21",
      max: "2024-10-31",
    });
    expect(Field.parse({ edtf: "2024-10", words: "that October" })).toMatchObject({
      edtf: "2024-10",
      words: "that October",
    });
    expect(Field.parse("")).toBeNull();
    expect(Field.parse("  ")).toBeNull();
    expect(Field.parse(null)).toBeNull();
    expect(Field.parse(undefined)).toBeUndefined();
  });

  it("says at the field what is wrong", () => {
    expect(Field.safeParse("soon").error?.issues[0]?.message).toMatch(/is not a date that can be read/);
    expect(Field.safeParse(5).success).toBe(false);
  });
});

describe("formatVagueDate", () => {
  it.each([
    ["2024", "2024"],
    ["2024-10", "Oct 2024"],
    ["2024-10-25", "25 Oct 2024"],
    ["2024-10-25~", "about 25 Oct 2024"],
    ["2024-10?", "possibly Oct 2024"],
    ["2024-10-21/2024-10-31", "21–31 Oct 2024"],
    ["2024-10-21~/2024-10-31~", "about 21–31 Oct 2024"],
    ["2024-10-28/2024-11-03", "28 Oct – 3 Nov 2024"],
    ["2024-12-28/2025-01-03", "28 Dec 2024 – 3 Jan 2025"],
    ["2024-10/2024-11", "Oct–Nov 2024"],
    ["2019/2021", "2019–2021"],
    ["2024-10-25/..", "since 25 Oct 2024"],
    ["../2024-10-24", "until 24 Oct 2024"],
    ["/2024-10-24", "until 24 Oct 2024, start unknown"],
    ["2024-10-2X", "20–29 Oct 2024"],
    ["2024-10-XX", "Oct 2024"],
    ["199X", "1990s"],
    ["[2024-10-25,2024-10-26]", "25 Oct 2024 or 26 Oct 2024"],
    ["{2024-10,2024-11}", "Oct 2024 and Nov 2024"],
    ["[2024-10-25..2024-10-28]", "25–28 Oct 2024"],
    ["2024-10-25T10:00:00Z", "25 Oct 2024"],
    ["1907/1907-01", "1907 – Jan 1907"],
    ["Y170000", "Y170000"],
  ])("%s → %s", (edtf, words) => {
    expect(formatVagueDate(edtf)).toBe(words);
  });

  it("writes what can be read again, with the same days", () => {
    const month = fc.integer({ min: 1, max: 12 });
    const day = fc.integer({ min: 1, max: 28 });
    const pad = (n: number) => String(n).padStart(2, "0");
    const leaf = fc
      .tuple(fc.integer({ min: 1900, max: 2100 }), month, day, fc.integer({ min: 0, max: 2 }))
      .map(([y, m, d, precision]) => [`${y}`, `${y}-${pad(m)}`, `${y}-${pad(m)}-${pad(d)}`][precision] ?? "");
    const edtf = fc.oneof(
      leaf,
      fc.tuple(leaf, fc.constantFrom("~", "?")).map((parts) => parts.join("")),
      leaf.map((from) => `${from}/..`),
      leaf.map((to) => `../${to}`),
      fc.tuple(leaf, leaf).map((ends) => ends.toSorted().join("/")),
    );
    fc.assert(
      fc.property(edtf, (expression) => {
        fc.pre(parseVagueDate(expression).ok);
        expect(bounds(formatVagueDate(expression))).toBe(bounds(expression));
      }),
    );
  });
});
