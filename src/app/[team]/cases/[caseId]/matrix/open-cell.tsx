import { WalkByKeys } from "@/features/conflict/components/walk-by-keys";
import { CellPairs } from "@/features/overview/components/cell-pairs";
import { loadMatrixPairs } from "@/features/overview/loaders";
import type { MatrixAddress } from "@/features/overview/rules/matrix-address";
import type { MatrixKind } from "@/features/overview/schema";

type OpenCellProps = {
  team: string;
  caseId: string;
  /** One where the cell is on the diagonal. */
  outlets: { id: string; name: string }[];
  counts: Record<MatrixKind, number>;
  address: MatrixAddress;
};

const PAIRS = 20;

/** The pairs of the open cell; they may take longer than the matrix, so they come after it. */
export async function OpenCell({ team, caseId, outlets, counts, address }: OpenCellProps) {
  const { by, implied, cell, kind, cursor } = address;
  if (!cell) return null;
  const { items, nextCursor } = await loadMatrixPairs(team, caseId, {
    ...cell,
    by,
    implied,
    limit: PAIRS,
    kind: kind ?? undefined,
    cursor: cursor ?? undefined,
  });
  const base = `/${team}/cases/${caseId}`;
  return (
    <WalkByKeys thing="claim">
      <CellPairs
        outlets={outlets.map(({ id, name }) => ({ id, name, href: `/${team}/outlets/${id}` }))}
        counts={counts}
        pairs={items}
        nextCursor={nextCursor}
        here={`${base}/matrix`}
        base={base}
        address={address}
      />
    </WalkByKeys>
  );
}
