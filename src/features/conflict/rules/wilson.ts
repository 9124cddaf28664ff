/** The value that a normal variable exceeds in either direction in one case of twenty. */
const Z = 1.959963984540054;

/**
 * The 95 % interval of a share of which `right` of `n` were seen (Wilson's, after E. B. Wilson, 1927): honest where n is
 * small or the share near 0 or 1, where the textbook's ± is not.
 */
export function wilsonInterval(right: number, n: number): { low: number; high: number } | null {
  if (n === 0) return null;
  const share = right / n;
  const width = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / width;
  const half = (Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2))) / width;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
