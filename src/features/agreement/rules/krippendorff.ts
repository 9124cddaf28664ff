import { type Coincidences, countsOf, emptyMatrix, type Metric, sum, type Unit } from "./ratings";

/**
 * Krippendorff's α: 1 − Dₒ/Dₑ from coincidences (Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). Units
 * with fewer than two values drop out; missing values are allowed. Null where there is nothing to compare or where
 * everybody always gave the same value: agreement by chance would be as good.
 * @param values  what the places of the scale are worth, for `interval` and `ratio`; their numbers where it is not given
 */
export function krippendorffAlpha(
  units: readonly Unit[],
  size: number,
  metric: Metric,
  values?: readonly number[],
): number | null {
  return alphaOf(addUp(kindsOfUnits(units, size), size), metric, values);
}

/** Units that bear the same values, whoever gave them, count alike: how many there are of each kind. */
export type UnitKind = { counts: number[]; units: number };

export function kindsOfUnits(units: readonly Unit[], size: number): UnitKind[] {
  const kinds = new Map<string, UnitKind>();
  for (const unit of units) {
    if (unit.ratings.length < 2) continue;
    const counts = countsOf(unit, size);
    const key = counts.join();
    const known = kinds.get(key);
    if (known) known.units += 1;
    else kinds.set(key, { counts, units: 1 });
  }
  return [...kinds.values()];
}

/** o_ck = Σ_u n_uc (n_uk − [c=k]) / (m_u − 1), over kinds of units. */
export function addUp(kinds: readonly UnitKind[], size: number): Coincidences {
  const matrix = emptyMatrix(size);
  for (const { counts, units } of kinds) {
    const weight = units / (sum(counts) - 1);
    for (const [c, own] of counts.entries()) {
      if (own === 0) continue;
      const row = matrix[c] ?? [];
      for (const [k, other] of counts.entries()) {
        if (other > 0) row[k] = (row[k] ?? 0) + weight * own * (other - (c === k ? 1 : 0));
      }
    }
  }
  return matrix;
}

/** α = 1 − (n−1) · Σ o_ck δ² / Σ n_c n_k δ². */
export function alphaOf(matrix: Coincidences, metric: Metric, values?: readonly number[]): number | null {
  const totals = matrix.map((row) => sum(row));
  const n = sum(totals);
  let observed = 0;
  let expected = 0;
  for (const [c, row] of matrix.entries()) {
    for (const [k, coincidences] of row.entries()) {
      if (c === k || (totals[c] === 0 && totals[k] === 0)) continue;
      const difference = squaredDifference(metric, c, k, totals, values);
      observed += coincidences * difference;
      expected += (totals[c] ?? 0) * (totals[k] ?? 0) * difference;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** δ² of two values by the metric. */
function squaredDifference(
  metric: Metric,
  c: number,
  k: number,
  totals: readonly number[],
  values?: readonly number[],
): number {
  if (metric === "nominal") return c === k ? 0 : 1;
  if (metric === "ordinal") {
    const [low, high] = c < k ? [c, k] : [k, c];
    return (sum(totals.slice(low, high + 1)) - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
  }
  const [a, b] = [values?.[c] ?? c + 1, values?.[k] ?? k + 1];
  if (metric === "interval") return (a - b) ** 2;
  return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
}
