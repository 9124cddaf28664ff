/** A value that a cell may take, and how it is shown among others. */
export type Option = { value: string; label: string };
export type Options = { values: readonly Option[] /** Nothing else may be written. */; closed: boolean };

const folded = (text: string) => text.trim().toLowerCase();

/** Those that begin with what is typed, then those that hold it. */
export function matchOptions(options: readonly Option[], typed: string): Option[] {
  const words = folded(typed);
  if (words === "") return [...options];
  const begins = options.filter(
    ({ value, label }) => folded(value).startsWith(words) || folded(label).startsWith(words),
  );
  const holds = options.filter((option) => !begins.includes(option) && folded(option.label).includes(words));
  return [...begins, ...holds];
}

/** What is written for a typed text: of a closed list the one value that begins so (`h` for `high`), else the text itself. */
export function settledText({ values, closed }: Options, typed: string): string {
  const words = folded(typed);
  if (!closed || words === "") return typed;
  const exact = values.find(({ value }) => folded(value) === words);
  const begins = values.filter(({ value }) => folded(value).startsWith(words));
  return (exact ?? (begins.length === 1 ? begins[0] : undefined))?.value ?? typed;
}
