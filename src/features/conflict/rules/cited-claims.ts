/** A stretch of words, or a claim that they cite. */
export type CitedPart = { text: string; claim: number | null };

const CITATION = /(?<![\p{L}\p{N}-])C-([1-9]\d{0,8})(?![\p{N}])/giu;

/** Finds the claims that a text cites by number: "because C-7 saw it". The parts together are the text. */
export function citedClaims(text: string): CitedPart[] {
  const parts: CitedPart[] = [];
  let from = 0;
  for (const { 0: words, 1: number, index } of text.matchAll(CITATION)) {
    if (index > from) parts.push({ text: text.slice(from, index), claim: null });
    parts.push({ text: words, claim: Number(number) });
    from = index + words.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), claim: null });
  return parts;
}
