export type ComboOption = {
  value: string;
  label: string;
  /** A second, quieter part of the line. */
  detail?: string;
  /** Other names by which it is found and recognised. */
  aliases?: string[];
  lang?: string;
};

/** Letters compared without case, accents or surrounding space. */
export function foldText(text: string): string {
  return text.trim().toLocaleLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/** The option that the words name exactly, by label or alias; null when none or more than one does. */
export function recognise(options: readonly ComboOption[], text: string): ComboOption | null {
  const folded = foldText(text);
  if (!folded) return null;
  const named = options.filter((option) =>
    [option.label, ...(option.aliases ?? [])].some((name) => foldText(name) === folded),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Options in which every word occurs; those that begin with the words first. */
export function matchOptions(options: readonly ComboOption[], text: string): ComboOption[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const beginning = (option: ComboOption) => (foldText(option.label).startsWith(words.join(" ")) ? 0 : 1);
  return options
    .filter((option) => {
      const names = foldText([option.label, option.detail, ...(option.aliases ?? [])].join(" "));
      return words.every((word) => names.includes(word));
    })
    .sort((a, b) => beginning(a) - beginning(b));
}

/** A line of the list: an option, or the offer to take the words as a new one. */
export type ComboRow = ComboOption & { create?: true };

const LIMIT = 50;

/** Options of both lists, each once. */
export function mergeOptions(given: readonly ComboOption[], loaded: readonly ComboOption[]): ComboOption[] {
  return [...new Map([...given, ...loaded].map((option) => [option.value, option])).values()];
}

type RowsInput = {
  known: ComboOption[];
  current: { text: string; option: ComboOption | null };
  /** Whether the words narrow the list here; false when whoever loaded it has done so. */
  filtered: boolean;
  creates: boolean;
};

/** What the list shows. With something chosen, opening it is meant to change that: it shows everything. */
export function comboRows({ known, current, filtered, creates }: RowsInput): ComboRow[] {
  const query = current.text.trim();
  const offered = current.option || !query || !filtered ? known : matchOptions(known, query);
  const rows: ComboRow[] = offered.slice(0, LIMIT);
  const isNew = creates && query !== "" && !current.option && !recognise(known, query);
  return isNew ? [...rows, { value: `new ${query}`, label: query, create: true }] : rows;
}
