import type { Origins, Suspicion } from "../schema";
import type { OriginTree, TreeEdge } from "./origin-tree";

/** Who says that one claim repeats another. */
export type SaidDescent = { id: string; from: number; to: number; by: string[] };
/** Who says that a claim reports something of its own, and why. */
export type SaidOwn = { number: number; by: string; reason: string };

/** From a camp's claims to where they come from. */
export type CampTree = {
  letter: string;
  reports: number;
  origins: Origins;
  why: string;
  tree: OriginTree;
  suspicions: Suspicion[];
};

/** Who says what a line says: of one that leads from claim to claim. */
export const saidOf = ({ from, to }: TreeEdge, said: readonly SaidDescent[]): SaidDescent | undefined =>
  said.find((each) => `claim ${each.from}` === from && `claim ${each.to}` === to);
