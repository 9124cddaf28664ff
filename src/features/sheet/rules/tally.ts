/**
 * How much an export has written so far, by what it is (`claims`, `relations`). A writer fills it as it goes: it tells
 * how far a download is while it runs, and what it held when it is done.
 */
export type Tally = Record<string, number>;

export const count = (tally: Tally, what: string, more: number) => {
  tally[what] = (tally[what] ?? 0) + more;
};
