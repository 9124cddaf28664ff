export type Person = { id: string; name: string };

export type Talk = {
  team: string;
  caseId: string;
  /** The address of the case. */
  base: string;
  userId: string;
  /** Members, who can be mentioned. */
  people: Person[];
  writes: boolean;
  /** May take others' comments back. */
  moderates: boolean;
};
