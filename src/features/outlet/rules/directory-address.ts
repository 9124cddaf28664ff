import type { ListOutlets } from "../schema";

/** What the directory is narrowed to and ordered by, as its address has it. */
export type Directory = {
  q?: string;
  case?: string;
  owner?: string;
  graded?: "true" | "false";
  used?: "true" | "false";
  order?: "owner";
};

type Given = Record<string, string | string[] | undefined>;

const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.slice(0, 200);
const yesNo = (value: string | string[] | undefined) => (value === "true" || value === "false" ? value : undefined);

/** What an address asks for; what it does not know it leaves out. */
export function directoryOf(given: Given): Directory {
  const { q, owner, case: caseId } = given;
  const wanted = {
    q: text(q)?.trim(),
    case: text(caseId),
    owner: text(owner),
    graded: yesNo(given.graded),
    used: yesNo(given.used),
    order: given.order === "owner" ? ("owner" as const) : undefined,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)) as Directory;
}

/** The query of an address, with its question mark; empty where nothing is asked. */
export function directoryQuery(directory: Directory, cursor?: string | null): string {
  const query = new URLSearchParams({ ...directory, ...(cursor && { cursor }) }).toString();
  return query ? `?${query}` : "";
}

/** Whether some outlets are left out. */
export const isNarrowed = ({ q, owner, graded, used, case: caseId }: Directory): boolean =>
  Boolean(q ?? owner ?? graded ?? used ?? caseId);

/** The same as the list takes it. */
export function wantedOf({ graded, used, ...rest }: Directory): Omit<ListOutlets, "limit" | "cursor"> {
  return {
    ...rest,
    ...(graded && { graded: graded === "true" }),
    ...(used && { used: used === "true" }),
  };
}
