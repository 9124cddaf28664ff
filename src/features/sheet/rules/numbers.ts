/** The number each new claim gets: the one it asks for where that is free, else one above all others. */
export function assignNumbers(
  wishes: readonly (number | undefined)[],
  taken: ReadonlySet<number>,
  next: number,
): number[] {
  const kept = new Set<number>();
  const keeps = wishes.map((wish) => {
    if (wish === undefined || taken.has(wish) || kept.has(wish)) return null;
    kept.add(wish);
    return wish;
  });
  let free = next;
  for (const number of kept) free = Math.max(free, number + 1);
  return keeps.map((number) => number ?? free++);
}
