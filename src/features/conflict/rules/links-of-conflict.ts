import type { Conflict, ConflictLink } from "../schema";

/** Every relation between claims of the conflict, once. */
export function linksOfConflict({ camps, oppositions, inconsistencies, aside }: Conflict): ConflictLink[] {
  const all = [
    ...oppositions.flatMap(({ contradictions }) => contradictions),
    ...inconsistencies.map(({ contradiction }) => contradiction),
    ...camps.flatMap(({ joins }) => joins),
    ...aside,
  ];
  return [...new Map(all.map((link) => [link.id, link])).values()];
}
