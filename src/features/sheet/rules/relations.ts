import { familyOf, isDirected } from "@/features/relation/rules";
import type { RelationKind } from "@/features/relation/schema";
import { claimLabel, RELATION_COLUMNS, type RelationColumn, relationColumns } from "../schema";
import { groupBy } from "./group-by";
import type { Match } from "./match";
import type { RelationDetail, RelationDetails } from "./relation-details";
import type { Row } from "./row";
import type { OwnJudgement, World } from "./world";

/** A claim of the case, or the one that the row at this place makes. */
export type End = { id: string } | { rowIndex: number };

export type PlannedRelation = { from: End; to: End; kind: RelationKind; rowIndex: number; detail?: RelationDetail };
export type RowFault = { rowIndex: number; column: string; message: string };

export type RelationPlan = {
  add: PlannedRelation[];
  /** Relations on which the importing person takes their own judgement back. */
  withdraw: { relationId: string; rowIndex: number }[];
  /** Faults that refuse their row. */
  errors: RowFault[];
  /** What cannot be recorded although its row is good: the claim at the other end is refused or retracted. */
  left: RowFault[];
};

type Stated = PlannedRelation & { column: RelationColumn; named: number };

/** The rows with their claims, and the rows that are refused so far. */
type Sheet = {
  rows: readonly Row[];
  matches: readonly Match[];
  world: World;
  refused: Set<number>;
  details?: RelationDetails | undefined;
};

const keyOf = (end: End) => ("id" in end ? end.id : `row ${end.rowIndex}`);
const pairOf = ({ from, to }: PlannedRelation) => [keyOf(from), keyOf(to)].sort().join(" ");
const sayingOf = ({ kind, from, to }: PlannedRelation) =>
  isDirected(kind) ? `${kind} ${keyOf(from)} ${keyOf(to)}` : kind;
const ownKey = (from: string, to: string, kind: RelationKind) =>
  [kind, ...(isDirected(kind) ? [from, to] : [from, to].sort())].join(" ");

/** What the relation columns ask for beyond what they show already. `refused` rows ask for nothing. */
export function planRelations(
  rows: readonly Row[],
  matches: readonly Match[],
  world: World,
  refusedRows: ReadonlySet<number>,
  details?: RelationDetails,
): RelationPlan {
  const plan: RelationPlan = { add: [], withdraw: [], errors: [], left: [] };
  const sheet: Sheet = { rows, matches, world, refused: new Set(refusedRows), details };
  const refuse = (fault: RowFault) => {
    plan.errors.push(fault);
    sheet.refused.add(fault.rowIndex);
  };
  const stated = readStated(sheet, refuse);
  for (const fault of contradictions(stated)) refuse(fault);
  const cleared = clearedEnds(sheet);
  // What the other end's row still says of a kind that this row clears is what is being cleared.
  const wanted = stated.filter(
    ({ rowIndex, kind, to }) =>
      !sheet.refused.has(rowIndex) && (isDirected(kind) || !cleared.has(`${keyOf(to)} ${kind}`)),
  );
  addUnshown(wanted, sheet, plan);
  withdrawCleared(sheet, plan);
  return plan;
}

function readStated({ rows, matches, world, refused }: Sheet, refuse: (fault: RowFault) => void): Stated[] {
  const find = endFinder(rows, matches, world);
  const stated: Stated[] = [];
  for (const [rowIndex, row] of rows.entries()) {
    if (refused.has(rowIndex)) continue;
    const from = endOf(rowIndex, matches);
    for (const column of relationColumns) {
      for (const named of row.cells[column]?.value ?? []) {
        const to = find(named);
        if (!to)
          refuse({
            rowIndex,
            column,
            message: `${claimLabel(named)} is a claim neither of this sheet nor of this case`,
          });
        else if (keyOf(to) === keyOf(from))
          refuse({ rowIndex, column, message: `${claimLabel(named)} is this claim itself` });
        else stated.push({ from, to, kind: RELATION_COLUMNS[column], rowIndex, column, named });
      }
    }
  }
  return stated;
}

function endOf(rowIndex: number, matches: readonly Match[]): End {
  const known = matches[rowIndex]?.known;
  return known ? { id: known.id } : { rowIndex };
}

/** Finds a claim by the number the sheet calls it: the sheet's own rows come before the case. */
function endFinder(rows: readonly Row[], matches: readonly Match[], world: World) {
  const byLabel = new Map<number, End>();
  for (const [rowIndex, row] of rows.entries()) {
    const label = labelOf(row, matches[rowIndex]);
    if (label !== undefined && !byLabel.has(label)) byLabel.set(label, endOf(rowIndex, matches));
  }
  return (number: number): End | undefined => {
    const named = world.named.get(number);
    return byLabel.get(number) ?? (named && { id: named.id });
  };
}

/** The number by which the sheet calls the claim of a row. */
const labelOf = (row: Row | undefined, match: Match | undefined) => row?.cells.claim?.value ?? match?.known?.number;

/** A pair bears one relation of content and one of descent. A sheet that says two leaves open which one is meant. */
function contradictions(stated: readonly Stated[]): RowFault[] {
  const pairs = groupBy(stated, (each) => `${pairOf(each)} ${familyOf(each.kind)}`);
  return [...pairs.values()].flatMap((group) => {
    if (new Set(group.map(sayingOf)).size < 2) return [];
    const kinds = [...new Set(group.map(({ kind }) => kind))].join(" and ");
    return group.map(({ rowIndex, column, named }) => ({
      rowIndex,
      column,
      message: `${claimLabel(named)} stands to this claim in two ways in this sheet (${kinds}): correct the rows of both`,
    }));
  });
}

function clearedEnds({ rows, matches, refused }: Sheet): Set<string> {
  const ends = new Set<string>();
  for (const [rowIndex, { cells }] of rows.entries()) {
    if (refused.has(rowIndex)) continue;
    const key = keyOf(endOf(rowIndex, matches));
    for (const column of relationColumns) if (cells[column] === null) ends.add(`${key} ${RELATION_COLUMNS[column]}`);
  }
  return ends;
}

function addUnshown(wanted: readonly Stated[], sheet: Sheet, plan: RelationPlan) {
  const isShown = shownFinder(sheet);
  const isRetracted = retractedFinder(sheet);
  const own = new Set(sheet.world.judgements.map(({ from, to, kind }) => ownKey(from, to, kind)));
  const planned = new Set<string>();
  for (const each of wanted) {
    const { from, to, kind, rowIndex, column, named } = each;
    const saying = `${pairOf(each)} ${kind}`;
    if (planned.has(saying) || isShown(each) || own.has(ownKey(keyOf(from), keyOf(to), kind))) continue;
    const leave = (why: string) =>
      plan.left.push({ rowIndex, column, message: `${claimLabel(named)} was left out: ${why}` });
    if ("rowIndex" in to && sheet.refused.has(to.rowIndex)) leave("its own row is refused");
    else if (isRetracted(from)) leave("this claim is retracted");
    else if (isRetracted(to)) leave("that claim is retracted");
    else {
      planned.add(saying);
      const label = labelOf(sheet.rows[rowIndex], sheet.matches[rowIndex]);
      const detail = label === undefined ? undefined : sheet.details?.find(label, named, kind);
      plan.add.push({ from, to, kind, rowIndex, ...(detail && { detail }) });
    }
  }
}

/** Whether an export would show the same: its cells name claims by their present numbers. */
function shownFinder({ matches }: Sheet) {
  const numbers = new Map(matches.flatMap(({ known }) => (known ? [[known.id, known.number]] : [])));
  return ({ rowIndex, to, column, named }: Stated): boolean => {
    const known = matches[rowIndex]?.known;
    if (!known) return false;
    const number = ("id" in to && numbers.get(to.id)) || named;
    return known.text[column].split("; ").includes(claimLabel(number));
  };
}

/** Claims of the case that are retracted and that no row of the sheet brings back. */
function retractedFinder({ rows, matches, world }: Sheet) {
  const retracted = new Set<string>();
  for (const claim of [...world.claims, ...world.named.values()]) if (claim.retracted) retracted.add(claim.id);
  for (const [rowIndex, { cells }] of rows.entries()) {
    const known = matches[rowIndex]?.known;
    if (known && cells.status && cells.status.value !== "retracted") retracted.delete(known.id);
  }
  return (end: End) => "id" in end && retracted.has(end.id);
}

function withdrawCleared({ rows, matches, world, refused }: Sheet, plan: RelationPlan) {
  const byClaim = groupBy(
    world.judgements.flatMap((own) => [[own.from, own] as const, [own.to, own] as const]),
    ([id]) => id,
  );
  const withdrawn = new Set<string>();
  for (const [rowIndex, { cells }] of rows.entries()) {
    const known = matches[rowIndex]?.known;
    if (!known || refused.has(rowIndex)) continue;
    const kinds = relationColumns.filter((column) => cells[column] === null).map((column) => RELATION_COLUMNS[column]);
    const clears = ({ kind, from }: OwnJudgement) =>
      kinds.some((each) => each === kind) && (!isDirected(kind) || from === known.id);
    for (const [, own] of byClaim.get(known.id) ?? []) {
      if (!clears(own) || withdrawn.has(own.relationId)) continue;
      withdrawn.add(own.relationId);
      plan.withdraw.push({ relationId: own.relationId, rowIndex });
    }
  }
}
