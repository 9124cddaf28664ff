import { outletKey } from "@/features/outlet/rules";
import type { Row } from "./row";
import type { BookOutlet, OutletBook } from "./world";

/** Every name in the rows that may be an outlet's. */
export function outletNames(rows: readonly Row[]): string[] {
  const names = new Set<string>();
  for (const { cells } of rows) {
    for (const step of cells.attribution?.value ?? []) names.add(step);
    if (cells.outlet) names.add(cells.outlet.value);
    if (cells.article_outlet) names.add(cells.article_outlet.value);
  }
  return [...names];
}

/** The outlets the team has among these names, and those that the sheet's outlet columns add to them. */
export function openOutletBook(rows: readonly Row[], found: ReadonlyMap<string, BookOutlet>): OutletBook {
  const byName = new Map(found);
  const byKey = new Map([...found].map(([name, outlet]) => [outletKey(name), outlet]));
  for (const { cells } of rows) {
    for (const cell of [cells.article_outlet, cells.outlet]) {
      const key = cell ? outletKey(cell.value) : "";
      if (cell && key !== "" && !byKey.has(key)) {
        byKey.set(key, { id: `new ${key}`, name: cell.value, reliability: null });
      }
    }
  }
  const find = (name: string) => {
    const outlet = byName.get(name) ?? byKey.get(outletKey(name));
    if (outlet) byName.set(name, outlet);
    return outlet;
  };
  return { find };
}

export const outletName = (book: OutletBook, name: string) => book.find(name)?.name ?? name;
