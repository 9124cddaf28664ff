export type Box = { left: number; right: number; top: number; bottom: number };

/** Boxes are compared within squares of this side. */
const CELL = 80;

/** Says whether a box is still free, and takes it. */
export function makeRoom(): (box: Box) => boolean {
  const taken = new Map<string, Box[]>();
  return (box) => {
    const cells: Box[][] = [];
    for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) {
      for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++) {
        const cell = taken.get(`${column} ${row}`) ?? [];
        taken.set(`${column} ${row}`, cell);
        cells.push(cell);
      }
    }
    if (cells.some((cell) => cell.some((other) => overlap(box, other)))) return false;
    for (const cell of cells) cell.push(box);
    return true;
  };
}

const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
