import { addUp, alphaOf, type UnitKind } from "./krippendorff";
import type { Metric } from "./ratings";

const TIMES = 1000;
const SEED = 20_241_027;
/** Where more of the samples than this show no variation, an interval would say nothing. */
const MOST_WITHOUT = 0.5;

export type Interval = { low: number; high: number };

/**
 * A 95 % interval of α: 1,000 samples of as many units, drawn with replacement, the same ones each time that it is asked.
 * Only how many units are of which kind is drawn, so that twenty thousand take no longer than their number.
 */
export function alphaInterval(kinds: readonly UnitKind[], size: number, metric: Metric): Interval | null {
  const units = kinds.reduce((total, kind) => total + kind.units, 0);
  if (units < 2) return null;
  const kindOf = new Uint32Array(units);
  let at = 0;
  for (const [index, kind] of kinds.entries()) {
    kindOf.fill(index, at, at + kind.units);
    at += kind.units;
  }
  const next = random(SEED);
  const found: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const drawn = new Uint32Array(kinds.length);
    for (let unit = 0; unit < units; unit++) {
      const kind = kindOf[(next() * units) | 0] ?? 0;
      drawn[kind] = (drawn[kind] ?? 0) + 1;
    }
    const sample = kinds.flatMap(({ counts }, index) => (drawn[index] ? [{ counts, units: drawn[index] }] : []));
    const alpha = alphaOf(addUp(sample, size), metric);
    if (alpha !== null) found.push(alpha);
  }
  if (found.length < TIMES * (1 - MOST_WITHOUT)) return null;
  found.sort((a, b) => a - b);
  const share = (of: number) => found[Math.min(found.length - 1, Math.floor(of * found.length))] ?? 0;
  return { low: share(0.025), high: share(0.975) };
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
