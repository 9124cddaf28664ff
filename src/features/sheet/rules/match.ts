import { diffRow } from "./diff";
import { groupBy } from "./group-by";
import type { Row } from "./row";
import type { Known, World } from "./world";

/** The claim of the case that a row is about; null where it makes a new one. */
export type Match = { known: Known | null; errors: { column: string; message: string }[] };

/**
 * Finds each row's claim: by its id; else by its number, where it has no id; else by the id under which an earlier sheet
 * brought it; else, so that a sheet without ids can be imported twice, a claim that already says all the row says.
 */
export function matchRows(rows: readonly Row[], world: World): Match[] {
  const byId = new Map(world.claims.map((claim) => [claim.id, claim]));
  const byNumber = new Map(world.claims.map((claim) => [claim.number, claim]));
  const byImportedId = new Map(world.claims.flatMap((claim) => (claim.importedId ? [[claim.importedId, claim]] : [])));
  const used = new Map<string, Row>();
  const matches = rows.map((row): Match => {
    const id = row.cells.id?.value;
    const number = row.cells.claim?.value;
    const named = id === undefined ? number !== undefined && byNumber.get(number) : byId.get(id.toLowerCase());
    const known = named || (id !== undefined && byImportedId.get(id)) || null;
    if (!known) return { known: null, errors: [] };
    const first = used.get(known.id);
    used.set(known.id, first ?? row);
    const errors = [...twice(row, first, known), ...(named ? renumbered(row, known) : [])];
    return { known, errors };
  });
  return matchBySaying(rows, matches, world, used);
}

function twice(row: Row, first: Row | undefined, known: Known) {
  if (!first) return [];
  const column = row.cells.id ? "id" : "claim";
  return [{ column, message: `is C-${known.number}, which row ${first.row} is about already` }];
}

function renumbered(row: Row, known: Known) {
  const number = row.cells.claim?.value;
  if (number === undefined || number === known.number) return [];
  return [
    {
      column: "claim",
      message: `is C-${number}, but the claim with this id is C-${known.number} and keeps its number`,
    },
  ];
}

function matchBySaying(rows: readonly Row[], matches: Match[], world: World, used: ReadonlyMap<string, Row>): Match[] {
  const free = world.claims.filter((claim) => !used.has(claim.id));
  const byStatement = groupBy(free, (claim) => claim.text.statement);
  return matches.map((match, index) => {
    const row = rows[index];
    const candidates = byStatement.get(row?.cells.statement?.value ?? "");
    if (!row || match.known || !candidates) return match;
    const at = candidates.findIndex((claim) => saysTheSame(row, claim, world));
    const known = at < 0 ? undefined : candidates.splice(at, 1)[0];
    return known ? { known, errors: [] } : match;
  });
}

function saysTheSame(row: Row, claim: Known, world: World): boolean {
  const { columns, extra, errors } = diffRow(row, claim, world.outlets);
  return columns.size === 0 && extra.size === 0 && errors.length === 0;
}
