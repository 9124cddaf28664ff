import { type Attribution, type KnownOutlet, resolveAttribution } from "@/features/claim/rules/attribution";
import type { Refusal } from "@/platform/errors";
import { isExported, type Row } from "./row";
import type { OutletBook } from "./world";

/**
 * The chain that a row with both an attribution and an outlet (or with an outlet alone) asks for.
 *
 * The sheet's outlet is the last *outlet* of its chain: whoever stands behind it is a source, even where the team has
 * an outlet of that name. Where the chain does not name it and it is the article's own, or an export shows none, nobody
 * in the chain is one.
 */
export function creditRow(
  row: Row,
  articleOutlet: KnownOutlet | null,
  book: OutletBook,
): Attribution | { refusal: Refusal } {
  const chain = row.cells.attribution?.value ?? [];
  const outlet = (row.cells.outlet && book.find(row.cells.outlet.value)) ?? null;
  return resolveAttribution({ chain, outlet, articleOutlet }, outletsOfChain(row, articleOutlet, book));
}

function outletsOfChain(row: Row, articleOutlet: KnownOutlet | null, book: OutletBook): Map<string, KnownOutlet> {
  const chain = row.cells.attribution?.value ?? [];
  const outlet = row.cells.outlet && book.find(row.cells.outlet.value);
  const last = outlet ? chain.findLastIndex((name) => book.find(name)?.id === outlet.id) : -1;
  const nobody = outlet ? outlet.id === articleOutlet?.id : isExported(row);
  const known = new Map<string, KnownOutlet>();
  for (const name of last >= 0 ? chain.slice(0, last + 1) : nobody ? [] : chain) {
    const found = book.find(name);
    if (found) known.set(name, found);
  }
  return known;
}
