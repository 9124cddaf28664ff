import { memo } from "react";
import { markPaths } from "../rules/cell-mark";
import { bothHalves, type ViewCell } from "../rules/matrix-view";

type MatrixMarksProps = { cells: ViewCell[]; count: number; size: number };

/** Every mark of the matrix. Drawn once for as long as the cells stay: what moves over them is not part of it. */
export const MatrixMarks = memo(function MatrixMarks({ cells, count, size }: MatrixMarksProps) {
  const side = count * size;
  const { agrees, contradicts, other } = markPaths(bothHalves(cells), { size, room: size - 6 });
  return (
    <svg aria-hidden="true" width={side} height={side} className="absolute inset-0">
      <path d={`M0 0L${side} ${side}`} className="stroke-hairline" />
      <path d={other} className="fill-edge" />
      <path d={agrees} className="fill-agrees" />
      <path d={contradicts} className="fill-contradicts" />
    </svg>
  );
});
