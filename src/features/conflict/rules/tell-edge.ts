import type { TreeEdge } from "./origin-tree";
import { listWords } from "./origin-words";

/** What a line of the tree says, in as few words as fit on it: of one that somebody recorded, who. */
export function tellEdge({ kind }: TreeEdge, by: readonly string[]): string {
  if (kind === "repeats" || kind === "altered") return by.length > 0 ? `↩ ${listWords([...by])}` : "↩ repeats";
  return { credits: "credits", published: "", own: "own reporting", suspected: "a copy?" }[kind];
}

/** Lengths of dashes and gaps of lines that are less than recorded descent. */
export const DASHES: Partial<Record<TreeEdge["kind"], number[]>> = { suspected: [5, 4], own: [1, 4] };

/** How it goes on after the claim's number, in a sentence of the list. */
export function tellLead({ kind }: TreeEdge): string {
  return {
    repeats: "repeats",
    altered: "repeats, but contradicts",
    credits: "credits",
    published: "is published by",
    own: "has reporting of its own by",
    suspected: "may be a copy of",
  }[kind];
}
