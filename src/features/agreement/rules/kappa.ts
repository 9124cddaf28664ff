import { countsOf, sum, type Unit } from "./ratings";

/** How often two people gave which values: `table[a][b]`, a of the first, b of the second. */
export type Table = readonly (readonly number[])[];

/**
 * Cohen's κ = (p₀ − pₑ) / (1 − pₑ) of two people who both rated every unit. With `quadratic` weights
 * 1 − Σw·o / Σw·e, w = (i−j)²/(k−1)², for scales that have an order. Null without variation.
 */
export function cohenKappa(table: Table, weights: "none" | "quadratic" = "none"): number | null {
  const n = sum(table.flat());
  const rows = table.map((row) => sum(row));
  const columns = table.map((_, at) => sum(table.map((row) => row[at] ?? 0)));
  let observed = 0;
  let expected = 0;
  for (const [i, row] of table.entries()) {
    for (const [j, count] of row.entries()) {
      const weight = weights === "none" ? Number(i !== j) : (i - j) ** 2;
      observed += weight * count;
      expected += (weight * (rows[i] ?? 0) * (columns[j] ?? 0)) / n;
    }
  }
  return n === 0 || expected === 0 ? null : 1 - observed / expected;
}

/** The table of two people over the units that both rated. */
export function tableOf(units: readonly Unit[], first: string, second: string, size: number): number[][] {
  const table: number[][] = Array.from({ length: size }, () => Array(size).fill(0));
  for (const { ratings } of units) {
    const a = ratings.find(({ person }) => person === first);
    const b = ratings.find(({ person }) => person === second);
    const row = a && b && table[a.value];
    if (row) row[b.value] = (row[b.value] ?? 0) + 1;
  }
  return table;
}

/** Fleiss' κ of units that all bear the same number of ratings; null where they do not, or without variation. */
export function fleissKappa(units: readonly Unit[], size: number): number | null {
  const each = units[0]?.ratings.length ?? 0;
  if (each < 2 || units.some(({ ratings }) => ratings.length !== each)) return null;
  const counts = units.map((unit) => countsOf(unit, size));
  const within = counts.map((own) => (sum(own.map((count) => count * count)) - each) / (each * (each - 1)));
  const shares = Array.from(
    { length: size },
    (_, value) => sum(counts.map((own) => own[value] ?? 0)) / (each * units.length),
  );
  const observed = sum(within) / units.length;
  const expected = sum(shares.map((share) => share * share));
  return expected === 1 ? null : (observed - expected) / (1 - expected);
}
