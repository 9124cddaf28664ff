/** The part of the `edtf` package that is used here; it brings no types of its own. */
declare module "edtf" {
  export type Node = {
    type: "Date" | "Year" | "Decade" | "Century" | "Season" | "Interval" | "Set" | "List";
    values: (Node | Node[] | number | null)[];
    approximate?: boolean | number;
    uncertain?: boolean | number;
    /** A bit per unspecified digit. */
    unspecified?: number;
    /** Of sets: open at the start, at the end. */
    earlier?: boolean;
    later?: boolean;
  };
  export function parse(input: string, constraints?: { level?: 0 | 1 | 2 | 3 }): Node;
  export default function edtf(node: Node): { min: number; max: number };
}
