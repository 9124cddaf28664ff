type Query = { of: string; kind?: string; people?: string; outlet?: string; disagree?: string; cursor?: string };

/** Where the units behind a number stand. */
export const unitsAddress =
  (here: string) =>
  (query: Query): string =>
    `${here}/units?${new URLSearchParams(query)}`;
