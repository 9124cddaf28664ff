/** What several people said of one thing: the values in the order of the scale, each by its place in it; one a person. */
export type Unit = { ratings: readonly { person: string; value: number }[] };

/** How the values of a scale differ: not at all alike, by their order, by their distance, by their ratio. */
export type Metric = "nominal" | "ordinal" | "interval" | "ratio";

/** How often values met in a unit, `matrix[c][k]`: each pair of a unit of m values counts 1/(m-1), in both directions. */
export type Coincidences = number[][];

export const emptyMatrix = (size: number): Coincidences => Array.from({ length: size }, () => Array(size).fill(0));

/** How often each value was given in a unit. */
export function countsOf({ ratings }: Unit, size: number): number[] {
  const counts: number[] = Array(size).fill(0);
  for (const { value } of ratings) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};
