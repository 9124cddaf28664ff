import { describe, expect, it } from "vitest";
import type { Span, TimelineRow } from "../schema";
import { binUnit, lastOfBin } from "./timeline-bins";
import { lagOf } from "./timeline-lag";
import { placeRows, tellRow } from "./timeline-rows";
import { dayAt, markOf, placeOf, ticksOf } from "./timeline-scale";

const span = (min: string | null, max: string | null = min, edtf = `${min}/${max}`): Span => ({ edtf, min, max });

describe("bars", () => {
  it.each([
    ["2024-01-01", "2024-02-01", "day"],
    ["2023-01-01", "2024-02-01", "week"],
    ["2016-01-01", "2024-02-01", "month"],
    ["2000-01-01", "2024-02-01", "quarter"],
    ["1950-01-01", "2024-02-01", "year"],
    ["1500-01-01", "2024-02-01", "decade"],
  ] as const)("from %s to %s are as wide as a %s", (from, to, unit) => {
    expect(binUnit(from, to)).toBe(unit);
  });

  it.each([
    ["2024-02-05", "day", "2024-02-05"],
    ["2024-02-05", "week", "2024-02-11"],
    ["2024-02-01", "month", "2024-02-29"],
    ["2024-10-01", "quarter", "2024-12-31"],
    ["2024-01-01", "year", "2024-12-31"],
    ["2020-01-01", "decade", "2029-12-31"],
    ["0090-01-01", "decade", "0099-12-31"],
  ] as const)("that begin on %s, one a %s, end on %s", (from, unit, last) => {
    expect(lastOfBin(from, unit)).toBe(last);
  });
});

describe("the lag", () => {
  it.each([
    ["known days", span("2024-10-21"), span("2024-10-24"), "3 days after"],
    ["one day", span("2024-10-21"), span("2024-10-21"), "the same day"],
    ["a rough event", span("2024-10-01", "2024-10-21"), span("2024-10-24"), "3–23 days after"],
    ["a report within the event's month", span("2024-10-01", "2024-10-31"), span("2024-10-24"), "up to 23 days after"],
    ["years", span("2020-01-01", "2020-12-31"), span("2024-10-24"), "4–5 years after"],
    ["an event since a day", span("2024-10-01", null), span("2024-10-24"), "up to 23 days after"],
    ["an event until a day", span(null, "2024-10-01"), span("2024-10-24"), "at least 23 days after"],
    ["a day and many months", span("2024-01-01", "2024-06-30"), span("2024-07-01"), "1 day to 6 months after"],
  ])("of %s", (_what, event, report, words) => {
    expect(lagOf(event, report)).toEqual({ words, early: false });
  });

  it("that cannot be is said: reported before the event", () => {
    expect(lagOf(span("2024-10-21"), span("2024-10-01"))).toEqual({ words: "before the event", early: true });
  });

  it("is not known where a date is missing or both sides are open", () => {
    expect(lagOf(null, span("2024-10-01"))).toBeNull();
    expect(lagOf(span(null, "2024-10-05"), span(null, "2024-10-01"))).toBeNull();
  });
});

describe("on the axis", () => {
  const days = { from: "2024-01-01", to: "2024-04-09" };

  it("a hundred days are a hundred parts, there and back", () => {
    expect(placeOf("2024-01-01", days)).toBe(0);
    expect(placeOf("2024-01-11", days)).toBe(10);
    expect(dayAt(10, days)).toBe("2024-01-11");
    expect(dayAt(100, days)).toBe("2024-04-09");
    expect(dayAt(-5, days)).toBe("2024-01-01");
  });

  it.each([
    ["a day", span("2024-01-11"), { start: 10, end: 11, point: true, fadesStart: false, fadesEnd: false }],
    ["a stretch", span("2024-01-11", "2024-01-20"), { start: 10, end: 20, point: false }],
    ["about a stretch", span("2024-01-11", "2024-01-20", "2024-01~"), { fadesStart: true, fadesEnd: true }],
    ["since a day", span("2024-01-11", null), { start: 10, end: 100, fadesStart: false, fadesEnd: true }],
    ["until a day", span(null, "2024-01-20"), { start: 0, end: 20, fadesStart: true, fadesEnd: false }],
    ["what begins before", span("2023-01-11", "2024-01-20"), { start: 0, end: 20 }],
  ])("%s has its mark", (_what, given, mark) => {
    expect(markOf(given, days)).toMatchObject(mark);
  });

  it("what lies outside has none", () => {
    expect(markOf(span("2023-01-11"), days)).toBeNull();
    expect(markOf(span("2025-01-11"), days)).toBeNull();
  });

  it.each([
    [days, /^\d+ Jan 2024$/],
    [{ from: "2022-01-01", to: "2023-12-31" }, /^(Jan|Apr) 2022$/],
    [{ from: "1900-01-01", to: "2020-12-31" }, /^1900$/],
  ])("ticks are worded as finely as they lie", (days, first) => {
    const labels = ticksOf(days).map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(3);
    expect(labels[0]).toMatch(first);
  });
});

describe("rows", () => {
  const row = (number: number, event: Span | null, group: TimelineRow["group"] = null): TimelineRow => ({
    id: String(number),
    number,
    statement: `Rain ${number}`,
    group,
    camp: null,
    outlet: { id: "o", name: "UTV" },
    event,
    report: span("2024-10-24", "2024-10-24", "2024-10-24"),
  });
  const days = { from: "2024-10-01", to: "2024-10-31" };
  const group = { key: "1", label: "Conflict C-1" };

  it("stand under one heading as long as it is the same", () => {
    const { rows, headings, lines } = placeRows(
      { items: [row(1, null, group), row(2, null, group), row(3, null)], contradictions: [] },
      days,
    );
    expect(headings).toEqual([{ line: 0, ...group }]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(lines).toBe(4);
  });

  it("that contradict each other are joined from event to event, and told apart where no day is common", () => {
    const items = [row(1, span("2024-10-03")), row(2, span("2024-10-03")), row(3, span("2024-10-20"))];
    const contradictions = [
      { a: 1, b: 2, about: null },
      { a: 1, b: 3, about: null },
      { a: 1, b: 9, about: null },
    ];
    const { oppositions } = placeRows({ items, contradictions }, days);
    expect(oppositions.map(({ a, b, apart }) => [a, b, apart])).toEqual([
      [1, 2, false],
      [1, 3, true],
    ]);
    expect(oppositions[0]?.from.at).toBe(oppositions[0]?.to.at);
  });

  it("are told in words", () => {
    const told = row(1, span("2024-10-01", "2024-10-31", "2024-10"));
    expect(tellRow(told, lagOf(told.event, told.report))).toBe(
      "C-1, UTV: Rain 1; event Oct 2024; reported 24 Oct 2024; up to 23 days after",
    );
    expect(tellRow(row(2, null), null)).toBe("C-2, UTV: Rain 2; event not dated; reported 24 Oct 2024");
  });
});
