export type Words =
  | { kind: "text" | "mention"; text: string }
  | { kind: "claim"; text: string; number: number }
  | { kind: "link"; text: string; href: string };

const PART = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]])|\bC-(\d{1,9})\b/gu;

/** A comment as words, links to claims of its case (`C-12`), addresses, and the names of who is mentioned. */
export function wordsOf(body: string, mentioned: readonly string[]): Words[] {
  const words: Words[] = [];
  let at = 0;
  for (const match of body.matchAll(PART)) {
    words.push(...namesIn(body.slice(at, match.index), mentioned));
    const [text, href, number] = match;
    words.push(href ? { kind: "link", text, href } : { kind: "claim", text, number: Number(number) });
    at = match.index + text.length;
  }
  return [...words, ...namesIn(body.slice(at), mentioned)];
}

function namesIn(text: string, mentioned: readonly string[]): Words[] {
  if (text === "") return [];
  // The longest first: @Ann is no mention of Anna.
  const names = mentioned.map((name) => `@${name}`).toSorted((a, b) => b.length - a.length);
  const name = names.find((each) => text.includes(each));
  if (!name) return [{ kind: "text", text }];
  const at = text.indexOf(name);
  return [
    ...namesIn(text.slice(0, at), mentioned),
    { kind: "mention", text: name },
    ...namesIn(text.slice(at + name.length), mentioned),
  ];
}

type Person = { id: string; name: string };

/** Of the people who could be meant those whose name stands in the words behind an @. */
export const mentionedIn = (body: string, people: readonly Person[]): string[] =>
  people.filter(({ name }) => body.includes(`@${name}`)).map(({ id }) => id);

/** What is being typed behind an @ at the end of the words before the cursor; null where no name is. */
export function nameBeingTyped(before: string): string | null {
  return /(?:^|\s)@([\p{L}\p{M}\p{N}.' -]{0,40})$/u.exec(before)?.[1] ?? null;
}
