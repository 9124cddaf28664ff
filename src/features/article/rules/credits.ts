/** Where a text says that it has this from elsewhere: `words` is what stands there, `name` who is credited. */
export type Credit = { name: string; words: string; place: "outlet" | "title" | "author" | "dateline" | "footer" };

/** How much of a text's beginning and end is looked at. */
const BEGINNING = 160;
const END = 400;

const NAME = "[\\p{L}][\\p{L}\\p{N}\\p{M} .'’&-]{1,40}";
const IN_BRACKETS = `\\((${NAME})\\)`;

/** "(Reuters) -", "BAGHDAD, Oct 21 (AFP) —", "بغداد (رويترز) -" at the very beginning. */
const DATELINE = new RegExp(`^[^()\\n]{0,80}${IN_BRACKETS}\\s*[-–—:]`, "u");
/** "BAGHDAD - Reuters -", "رويترز –": the last name before a dash. */
const DASHED = new RegExp(`^(?:(${NAME}?)\\s[-–—]\\s){1,2}`, "u");
const FOOTERS = [
  new RegExp(
    `(?:^|\\n)\\s*(?:sources?|originally published (?:by|in|on)|first published (?:by|in|on)|via|with)\\s*:?\\s+(?:the )?(${NAME})\\.?\\s*(?=\\n|$)`,
    "giu",
  ),
  new RegExp(`(?:^|\\n)\\s*(?:المصدر|المصادر|نقلا عن|نقلاً عن)\\s*:?\\s*(${NAME})\\.?\\s*(?=\\n|$)`, "gu"),
  new RegExp(`${IN_BRACKETS}\\s*\\.?\\s*$`, "gu"),
];
const TITLE_END = new RegExp(`(?:${IN_BRACKETS}|\\s(?:[|–—-]|via)\\s(${NAME}))\\s*$`, "iu");

/** The credit lines of a text: at its beginning and its end. */
export function creditsInText(text: string): Credit[] {
  const start = text.trimStart().slice(0, BEGINNING);
  const dateline = DATELINE.exec(start) ?? DASHED.exec(start);
  const end = text.trimEnd().slice(-END);
  const found = FOOTERS.flatMap((pattern) => [...end.matchAll(pattern)].map((match) => creditOf(match, "footer")));
  return distinct([...(dateline ? [creditOf(dateline, "dateline")] : []), ...found]);
}

type Labels = { title: string; outlet: string; author: string | null };

/** The credits in what people say of an article: "Title (Reuters)", "The Nation (All Africa)", by "AFP". */
export function creditsInLabels({ title, outlet, author }: Labels): Credit[] {
  const atEnd = TITLE_END.exec(title);
  const bracketed = new RegExp(`^(.+?)\\s*${IN_BRACKETS}\\s*$`, "u").exec(outlet);
  const carried = bracketed ? [bracketed[1], bracketed[2]].map((name = "") => ({ name, words: outlet })) : [];
  const by = author?.replace(/^(?:by|عن)\s+/iu, "").trim();
  return distinct([
    ...(atEnd ? [creditOf(atEnd, "title")] : []),
    ...carried.map((credit) => ({ ...credit, place: "outlet" as const })),
    ...(author && by ? [{ name: by, words: author, place: "author" as const }] : []),
  ]);
}

const creditOf = (match: RegExpExecArray | RegExpMatchArray, place: Credit["place"]): Credit => ({
  name: (match[1] ?? match[2] ?? "").replace(/[\s.]+$/, ""),
  words: match[0].trim(),
  place,
});

function distinct(credits: Credit[]): Credit[] {
  return credits.filter(
    ({ name }, index) => name !== "" && credits.findIndex((other) => other.name === name) === index,
  );
}
