import type { Compared, ContentKind } from "../schema";
import type { Unit } from "./ratings";
import { placeOf } from "./scales";

type Row = { unit: string; person: string; value: string };

/** Rows as units; answers that are none of the scale are left out. */
export function unitsOf(rows: readonly Row[], of: Compared, kind?: ContentKind): Unit[] {
  const units = new Map<string, { person: string; value: number }[]>();
  for (const { unit, person, value } of rows) {
    const place = placeOf(value, of, kind);
    if (place === null) continue;
    const own = units.get(unit);
    if (own) own.push({ person, value: place });
    else units.set(unit, [{ person, value: place }]);
  }
  return [...units.values()].map((ratings) => ({ ratings }));
}
