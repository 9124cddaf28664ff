import { type AddressParams, filterParams, readFilter, readSort } from "@/features/claim/rules/sheet-address";
import { Grouping, SheetView, ViewColumn } from "../schema";

/** The view that an address holds. What it says wrongly is left out; without columns it means the usual ones. */
export function readView(params: AddressParams): SheetView {
  return {
    filter: readFilter(params),
    sort: readSort(params),
    group: Grouping.safeParse(one(params.group)).data ?? "none",
    columns: readColumns(one(params.columns) ?? ""),
  };
}

/** The same as parameters of an address. What is as usual is not said. */
export function viewParams({ filter, sort, group, columns }: SheetView): URLSearchParams {
  const params = filterParams(filter, sort);
  if (group !== "none") params.set("group", group);
  const written = writeColumns(columns);
  if (written) params.set("columns", written);
  return params;
}

/** What of an address says which saved view it began with; `all` is the sheet as it is without one. */
export const VIEW = "view";
export const ALL = "all";

/** The address of a view, as what follows the `?`; with the saved view that it is, or was before it was changed. */
export function viewAddress(view: SheetView, viewId: string | null): string {
  const params = viewParams(view);
  if (viewId) params.set(VIEW, viewId);
  return params.toString();
}

/** Whether an address says nothing of what is shown. */
export const isBare = (params: AddressParams): boolean =>
  params[VIEW] === undefined && viewParams(readView(params)).size === 0;

/** Whether two views show the same: the order in which a filter's values were given does not matter. */
export function sameView(a: SheetView, b: SheetView): boolean {
  return comparable(a) === comparable(b);
}

const comparable = (view: SheetView): string => {
  const params = viewParams(SheetView.parse(view));
  const pairs = [...params].flatMap(([name, value]) =>
    name === "q" || name === "columns" || name === "place" || name === "tag"
      ? [`${name}=${value}`]
      : value.split(",").map((part) => `${name}=${part}`),
  );
  return pairs.sort().join("&");
};

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/*
 * Columns stand in an address as words: `claim*.64 statement.480 outlet` are three, the first of them frozen, two of a
 * width. A column that is not named is not shown.
 */

const FROZEN = "*";
const WIDTH = ".";

function writeColumns(columns: readonly ViewColumn[]): string {
  return columns
    .filter(({ shown }) => shown)
    .map(({ name, width, frozen }) => inWord(name) + (frozen ? FROZEN : "") + (width ? WIDTH + width : ""))
    .join(" ");
}

function readColumns(words: string): ViewColumn[] {
  const columns = new Map<string, ViewColumn>();
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const [, name = "", frozen, width] = /^([^*.]+)(\*)?(?:\.(\d{1,5}))?$/.exec(word) ?? [];
    const column = ViewColumn.safeParse({
      name: outOfWord(name),
      ...(width && { width: Number(width) }),
      ...(frozen && { frozen: true }),
    });
    if (column.success && !columns.has(column.data.name)) columns.set(column.data.name, column.data);
  }
  return [...columns.values()];
}

/** A heading of somebody's own may hold anything: spaces, stars and dots would part it. */
const inWord = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(/[*.]/g, (mark) => (mark === "*" ? "%2A" : "%2E"));

function outOfWord(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return "";
  }
}
