import type { MatrixCell, MatrixKind } from "../schema";
import type { Ground, Unit } from "./matrix-ground";
import { consequenceAt, countedKind, exceptions, pairKey, unitPairs, unitsOfKey } from "./matrix-pairs";

/** The cells of a matrix in the order of their outlets; those without a pair are left out. */
export function countMatrix(ground: Ground, implied: boolean): MatrixCell[] {
  const tally = makeTally(ground);
  countRecorded(ground, tally, implied);
  if (implied) {
    countCamps(ground, tally);
    countOpposition(ground, tally);
    for (const [key, left] of exceptions(ground)) {
      const [u, v] = unitsOfKey(ground, key);
      const kind = consequenceAt(ground, u, v);
      if (left <= 0 && kind) tally.addPair(u, v, kind, -1);
    }
  }
  return tally.cells();
}

type Tally = ReturnType<typeof makeTally>;

function makeTally({ outlets, units }: Ground) {
  const counts = new Map<number, Record<MatrixKind, number>>();
  const add = (a: number, b: number, kind: MatrixKind, by: number) => {
    const key = Math.min(a, b) * outlets.length + Math.max(a, b);
    const cell = counts.get(key) ?? { agrees: 0, contradicts: 0, qualifies: 0, updates: 0, repeats: 0 };
    cell[kind] += by;
    counts.set(key, cell);
  };
  return {
    add,
    addPair: (u: number, v: number, kind: MatrixKind, by: number) =>
      add(units[u]?.outlet ?? 0, units[v]?.outlet ?? 0, kind, by),
    cells: (): MatrixCell[] =>
      [...counts]
        .sort(([one], [other]) => one - other)
        .map(([key, cell]) => ({
          a: outlets[Math.floor(key / outlets.length)] ?? "",
          b: outlets[key % outlets.length] ?? "",
          ...cell,
        }))
        .filter(({ a: _a, b: _b, ...cell }) => Object.values(cell).some((count) => count > 0)),
  };
}

/** Each pair of units once for each kind. What also follows from the camps is counted there. */
function countRecorded(ground: Ground, tally: Tally, implied: boolean): void {
  const seen = new Map<MatrixKind, Set<number>>();
  for (const link of ground.links) {
    const kind = countedKind(link);
    if (!kind) continue;
    const known = seen.get(kind) ?? new Set();
    seen.set(kind, known);
    for (const [u, v] of unitPairs(ground, link)) {
      const key = pairKey(ground, u, v);
      if (known.has(key) || (implied && consequenceAt(ground, u, v) === kind)) continue;
      known.add(key);
      tally.addPair(u, v, kind, 1);
    }
  }
}

/** Every two units of a camp agree: counted by outlet, for a large camp has more pairs than one could list. */
function countCamps(ground: Ground, tally: Tally): void {
  for (const outlets of outletsByCamp(ground.units).values()) {
    const counts = [...outlets];
    for (const [index, [a, many]] of counts.entries()) {
      if (many > 1) tally.add(a, a, "agrees", (many * (many - 1)) / 2);
      for (const [b, others] of counts.slice(index + 1)) tally.add(a, b, "agrees", many * others);
    }
  }
}

function countOpposition(ground: Ground, tally: Tally): void {
  const camps = outletsByCamp(ground.units);
  for (const [camp, others] of ground.opposed) {
    for (const other of others) {
      if (camp > other) continue;
      for (const [a, many] of camps.get(camp) ?? []) {
        for (const [b, against] of camps.get(other) ?? []) tally.add(a, b, "contradicts", many * against);
      }
    }
  }
}

function outletsByCamp(units: Unit[]): Map<number, Map<number, number>> {
  const camps = new Map<number, Map<number, number>>();
  for (const { camp, outlet } of units) {
    const outlets = camps.get(camp) ?? new Map<number, number>();
    outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1);
    camps.set(camp, outlets);
  }
  return camps;
}
