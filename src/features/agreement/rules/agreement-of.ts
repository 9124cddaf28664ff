import type { Agreement } from "../schema";
import { alphaInterval } from "./bootstrap";
import { cohenKappa, fleissKappa, tableOf } from "./kappa";
import { addUp, alphaOf, kindsOfUnits, type UnitKind } from "./krippendorff";
import { type Metric, sum, type Unit } from "./ratings";

/** Fewer units than this give a number that the next few may turn round. */
const STABLE = 30;

export type Scale = { values: readonly string[]; metric: Extract<Metric, "nominal" | "ordinal"> };

/** Everything that is said of how far people agree over these units. */
export function agreementOf(all: readonly Unit[], { values, metric }: Scale, options = { interval: true }): Agreement {
  const size = values.length;
  const units = all.filter(({ ratings }) => ratings.length >= 2);
  const kinds = kindsOfUnits(units, size);
  const people = new Set(units.flatMap(({ ratings }) => ratings.map(({ person }) => person)));
  const pairs = pairsOf(kinds, size);
  const agreeing = sum(pairs.map((row, value) => row[value] ?? 0));
  const compared = sum(pairs.flat());
  return {
    alpha: rounded(alphaOf(addUp(kinds, size), metric)),
    interval: options.interval ? roundedInterval(alphaInterval(kinds, size, metric)) : null,
    percent: compared === 0 ? null : rounded(agreeing / compared),
    kappa: rounded(kappaOf(units, [...people], size, metric)),
    fleiss: people.size > 2 ? rounded(fleissKappa(units, size)) : null,
    n: units.length,
    raters: people.size,
    pairs: compared / 2,
    unstable: units.length > 0 && units.length < STABLE,
    confusion: { values: [...values], counts: pairs },
  };
}

/** Two people who both rated every unit, or none. */
function kappaOf(units: readonly Unit[], people: readonly string[], size: number, metric: Metric): number | null {
  const [first, second, third] = people;
  if (!first || !second || third) return null;
  return cohenKappa(tableOf(units, first, second, size), metric === "nominal" ? "none" : "quadratic");
}

/** How often two people gave which two values of a unit; each pair of people stands in both directions. */
function pairsOf(kinds: readonly UnitKind[], size: number): number[][] {
  const matrix: number[][] = Array.from({ length: size }, () => Array(size).fill(0));
  for (const { counts, units } of kinds) {
    for (const [c, own] of counts.entries()) {
      const row = matrix[c] ?? [];
      for (const [k, other] of counts.entries()) row[k] = (row[k] ?? 0) + units * own * (other - (c === k ? 1 : 0));
    }
  }
  return matrix;
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e6) / 1e6);
const roundedInterval = (interval: { low: number; high: number } | null) =>
  interval && { low: rounded(interval.low) ?? 0, high: rounded(interval.high) ?? 0 };
