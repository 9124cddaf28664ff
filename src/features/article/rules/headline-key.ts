import { textWords } from "./text-words";

/** Fewer words may be a standing title: "Daily brief". */
const LEAST_WORDS = 4;

/** A headline without what outlets add to it, to tell whether two are the same; null where it says too little. */
export function headlineKey(title: string): string | null {
  const bare = title
    .replace(/\s*\([^()]*\)\s*$/u, "")
    .replace(/\s[|–—]\s[^|–—]{1,40}$/u, "")
    .replace(/^(?:exclusive|breaking|update(?: \d+)?|watch|video|عاجل|حصري)\s*[:|–—-]\s*/iu, "");
  const words = textWords(bare);
  return words.length < LEAST_WORDS ? null : words.map(({ key }) => key).join(" ");
}
