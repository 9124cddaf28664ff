import type { CellEdit, EditableColumn } from "../schema";
import { EXTRA_PREFIX } from "../schema";
import type { ChangedClaim, EditedClaim } from "./edited-claim";

/**
 * The edits that give back exactly what stood before a change, and refuse to where somebody changed the claim since. The
 * outlet follows from the attribution, so that comes back for both.
 */
export function undoOf({ was, next, gradesOnly }: ChangedClaim, columns: Iterable<string>): CellEdit[] {
  const version = gradesOnly ? was.version : was.version + 1;
  const wanted = new Set([...columns].map((column) => (column === "outlet" ? "attribution" : column)));
  return [...wanted].flatMap((column): CellEdit[] => {
    const former = textOf(was, column);
    const present = textOf(next, column);
    if (JSON.stringify(former) === JSON.stringify(present)) return [];
    return [{ claimId: was.id, version, column, ...former }];
  });
}

type Former = Pick<CellEdit, "text" | "stored">;

const date = (value: EditedClaim["reportedOn"]): Former =>
  value === null ? { text: "" } : { text: value.words || value.edtf, stored: { edtf: value.edtf } };

/** The editor's own grades: those that stand are made of everybody's. */
const FORMER: Record<Exclude<EditableColumn, "outlet">, (claim: EditedClaim) => Former> = {
  statement: ({ statement }) => ({ text: statement }),
  attribution: ({ steps }) => ({
    text: steps.map(({ name }) => name).join(" > "),
    stored: { chain: steps.map(({ kind, name, typed }) => ({ kind, name: typed ?? name })) },
  }),
  reported_on: ({ reportedOn }) => date(reportedOn),
  occurred_on: ({ occurredOn }) => date(occurredOn),
  place: ({ place }) => ({ text: place ?? "" }),
  reliability: ({ own }) => ({ text: own.reliability ?? "" }),
  credibility: ({ own }) => ({ text: own.credibility?.toString() ?? "" }),
  confidence: ({ own }) => ({ text: own.confidence ?? "" }),
  status: ({ status }) => ({ text: status }),
  tags: ({ tags }) => ({ text: tags.join("; ") }),
  note: ({ note }) => ({ text: note }),
};

function textOf(claim: EditedClaim, column: string): Former {
  if (column.startsWith(EXTRA_PREFIX)) return { text: claim.extra[column.slice(EXTRA_PREFIX.length)] ?? "" };
  return FORMER[column as keyof typeof FORMER](claim);
}
