import { describe, expect, it } from "vitest";
import type { Camp } from "../schema";
import { placeInTime } from "./place-in-time";

const camps = (...dates: [occurredOn: string | null, reportedOn: string | null][]): Camp[] =>
  dates.map(([occurredOn, reportedOn], index) => ({
    letter: String.fromCharCode(65 + index),
    claims: [
      { number: index + 1, statement: `Statement ${index + 1}`, occurredOn, reportedOn } as Camp["claims"][number],
    ],
    outlets: [],
    reports: 1,
    origins: { min: 1, max: 1 },
    why: "",
    roots: [],
    joins: [],
  }));

describe("a conflict in time", () => {
  it("is nothing where nothing is dated", () => {
    expect(placeInTime(camps([null, null]))).toBeNull();
  });

  it("puts what came first first, and gives a vague date the room that it takes", () => {
    const line = placeInTime(camps(["2024-02-18", "2024-02-19"], ["2024-02", null], [null, null]));
    expect(line?.rows.map(({ number, camp }) => `${camp} C-${number}`)).toEqual(["A C-1", "B C-2"]);
    const [exact, vague] = line?.rows ?? [];
    expect(exact?.event?.to).toBeLessThanOrEqual(exact?.report?.from ?? 0);
    expect(vague?.event?.from).toBeLessThan(exact?.event?.from ?? 0);
    expect(vague?.event?.to).toBeGreaterThan(exact?.report?.to ?? 100);
    expect(vague?.report).toBeNull();
  });

  it("runs to the edge where a date is open", () => {
    const line = placeInTime(camps(["2024-01-01/..", "2024-06-01"]));
    expect(line?.rows[0]?.event).toMatchObject({ to: 100, openEnd: true, openStart: false });
  });

  it.each([
    ["2024-02-18", "2024-02-20", ["2024-02-18", "2024-02-20"]],
    ["2024-02-18", "2024-02-18", ["2024-02-18"]],
    ["2023-11-10", "2024-02-20", ["2023-12-01", "2024-01-01", "2024-02-01"]],
    ["2014", "2024-02-20", ["2016-01-01", "2018-01-01", "2020-01-01", "2022-01-01", "2024-01-01"]],
  ])("marks %s to %s at %j", (first, last, days) => {
    expect(placeInTime(camps([first, last]))?.ticks.map(({ day }) => day)).toEqual(days);
  });
});
