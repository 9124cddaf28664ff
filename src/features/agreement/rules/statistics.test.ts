import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf } from "./agreement-of";
import { alphaInterval } from "./bootstrap";
import { cohenKappa, fleissKappa, tableOf } from "./kappa";
import { kindsOfUnits, krippendorffAlpha } from "./krippendorff";
import type { Metric, Unit } from "./ratings";
import { SCALES } from "./scales";

/** Rows are people, columns units; a point is a missing value. Values count from 1. */
function unitsOfMatrix(...people: string[]): Unit[] {
  const rows = people.map((row) => row.trim().split(/\s+/));
  return (rows[0] ?? []).map((_, unit) => ({
    ratings: rows.flatMap((row, person) =>
      row[unit] === "." ? [] : [{ person: `p${person}`, value: Number(row[unit]) - 1 }],
    ),
  }));
}

describe("Krippendorff's alpha", () => {
  // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
  const published = unitsOfMatrix(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  );
  it.each([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
    ["ratio", 0.797],
  ] as [Metric, number][])("of four observers, %s: %d", (metric, alpha) => {
    expect(krippendorffAlpha(published, 5, metric)).toBeCloseTo(alpha, 3);
  });

  const threeCoders = unitsOfMatrix(
    ". . . . . 3 4 1 2 1 1 3 3 . 3",
    "1 . 2 1 3 3 4 3 . . . . . . .",
    ". . 2 1 3 4 4 . 2 1 1 3 3 . 4",
  );
  it.each([
    ["nominal", 0.691],
    ["interval", 0.811],
  ] as [Metric, number][])("of three coders with gaps, %s: %d", (metric, alpha) => {
    expect(krippendorffAlpha(threeCoders, 4, metric)).toBeCloseTo(alpha, 3);
  });

  it("is no number without variation or without a pair, and never 1", () => {
    expect(krippendorffAlpha(unitsOfMatrix("2 2 2", "2 2 2"), 3, "nominal")).toBeNull();
    expect(krippendorffAlpha(unitsOfMatrix("1 2 3", ". . ."), 3, "ordinal")).toBeNull();
    expect(krippendorffAlpha([], 3, "nominal")).toBeNull();
  });

  const matrix = fc.array(fc.array(fc.option(fc.nat(3), { nil: undefined }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 30,
  });
  const asUnits = (rows: (number | undefined)[][]): Unit[] =>
    rows.map((row) => ({
      ratings: row.flatMap((value, person) => (value === undefined ? [] : [{ person: `p${person}`, value }])),
    }));
  const metrics = fc.constantFrom<Metric>("nominal", "ordinal", "interval");

  it("knows neither the order of units nor who is who, nor units with one value", () => {
    fc.assert(
      fc.property(matrix, metrics, (rows, metric) => {
        const alpha = krippendorffAlpha(asUnits(rows), 4, metric);
        const turned = asUnits(rows.toReversed().map((row) => row.toReversed()));
        const more = [...turned, ...asUnits([[1, undefined, undefined]])];
        for (const other of [turned, more]) {
          const again = krippendorffAlpha(other, 4, metric);
          if (alpha === null) expect(again).toBeNull();
          else expect(again).toBeCloseTo(alpha, 9);
        }
      }),
    );
  });

  it("is 1 where all agree on values that differ, and never more", () => {
    fc.assert(
      fc.property(matrix, metrics, (rows, metric) => {
        const alpha = krippendorffAlpha(asUnits(rows), 4, metric);
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-9);
        const agreed = rows.map((_, index) => [index % 4, index % 4, undefined]);
        if (rows.length > 1) expect(krippendorffAlpha(asUnits(agreed), 4, metric)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe("an interval of alpha", () => {
  it("holds alpha, is the same each time, and is narrower with more units", () => {
    const some = unitsOfMatrix("1 2 3 1 2 3 1 2 3 1", "1 2 3 1 2 3 1 2 1 2");
    const many = Array.from({ length: 20 }, () => some).flat();
    const alpha = krippendorffAlpha(some, 3, "nominal") ?? 0;
    const narrow = alphaInterval(kindsOfUnits(many, 3), 3, "nominal");
    const wide = alphaInterval(kindsOfUnits(some, 3), 3, "nominal");
    expect(alphaInterval(kindsOfUnits(some, 3), 3, "nominal")).toEqual(wide);
    for (const interval of [narrow, wide]) {
      expect(interval?.low).toBeLessThanOrEqual(alpha);
      expect(interval?.high).toBeGreaterThanOrEqual(alpha);
    }
    const width = (interval: typeof wide) => (interval ? interval.high - interval.low : Number.NaN);
    expect(width(narrow)).toBeLessThan(width(wide) / 2);
  });

  it("is none where samples mostly show no variation", () => {
    expect(alphaInterval(kindsOfUnits(unitsOfMatrix("1 1 1 1", "1 1 1 1"), 2), 2, "nominal")).toBeNull();
    expect(alphaInterval([], 2, "nominal")).toBeNull();
  });
});

describe("kappa", () => {
  it("of two people: .40 where 20 and 15 of 50 agree", () => {
    expect(
      cohenKappa([
        [20, 5],
        [10, 15],
      ]),
    ).toBeCloseTo(0.4, 3);
  });

  it("weighs how far apart two grades are", () => {
    const near =
      cohenKappa(
        [
          [5, 5, 0],
          [0, 5, 0],
          [0, 0, 5],
        ],
        "quadratic",
      ) ?? 0;
    const far =
      cohenKappa(
        [
          [5, 0, 5],
          [0, 5, 0],
          [0, 0, 5],
        ],
        "quadratic",
      ) ?? 0;
    expect(near).toBeGreaterThan(far);
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull();
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toBeNull();
  });

  it("of many people: .210 in the published example of ten subjects and fourteen raters", () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    const units = counts.map((own) => ({
      ratings: own.flatMap((count, value) =>
        Array.from({ length: count }, (_, at) => ({ person: `${value} ${at}`, value })),
      ),
    }));
    expect(fleissKappa(units, 5)).toBeCloseTo(0.21, 3);
    expect(fleissKappa(unitsOfMatrix("1 2", "1 ."), 2)).toBeNull();
  });

  it("takes only what both rated", () => {
    expect(tableOf(unitsOfMatrix("1 2 .", "1 1 2"), "p0", "p1", 2)).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});

describe("what is said of agreement", () => {
  const told = agreementOf(unitsOfMatrix("1 2 1 2", "1 2 2 2"), {
    values: ["agrees", "contradicts"],
    metric: "nominal",
  });

  it("has everything that the number rests on", () => {
    expect(told).toMatchObject({ n: 4, raters: 2, pairs: 4, percent: 0.75, kappa: 0.5, unstable: true });
    expect(told.confusion).toEqual({
      values: ["agrees", "contradicts"],
      counts: [
        [2, 1],
        [1, 4],
      ],
    });
  });

  it("has no kappa of three, or of two with gaps, and is stable from thirty units on", () => {
    expect(agreementOf(unitsOfMatrix("1 2", "1 2", "1 1"), SCALES.confidence).kappa).toBeNull();
    const thirty = Array.from({ length: 30 }, (_, at) => String(1 + (at % 3))).join(" ");
    expect(agreementOf(unitsOfMatrix(thirty, thirty), SCALES.confidence)).toMatchObject({ alpha: 1, unstable: false });
    expect(agreementOf([], SCALES.confidence)).toMatchObject({ alpha: null, percent: null, n: 0, unstable: false });
  });
});
