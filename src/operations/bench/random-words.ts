/** The same numbers from 0 to 1 on every run, so that runs can be compared. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const ONSETS = "b ch d dr f g gr h j k kl l m n p pr r s st t tr v w z".split(" ");
const VOWELS = "a e i o u ai ea ou".split(" ");
const WORDS = 50_000;

/** Made-up words as frequent as words are: the n-th most frequent once in n times (Zipf). */
export function wordOf(next: () => number): string {
  let rank = Math.floor(WORDS ** next());
  let word = "";
  for (let syllable = 0; rank > 0 || syllable < 2; syllable++) {
    word += `${ONSETS[rank % ONSETS.length]}${VOWELS[(rank * 7 + syllable) % VOWELS.length]}`;
    rank = Math.floor(rank / ONSETS.length);
  }
  return word;
}

/** A sentence of made-up words, with a number in it here and there. */
export function sentenceOf(next: () => number, words: number): string {
  const found = Array.from({ length: words }, () =>
    next() < 0.05 ? String(2 + Math.floor(next() * 5000)) : wordOf(next),
  );
  const text = found.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
