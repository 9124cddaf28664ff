import { matchingKey } from "@/anchoring/normalise";
import { type Mention, type Word, wordsOf } from "./outlet-mentions";
import { isKind, reportingCue } from "./reporting-cues";

/** Agencies and publishers that most articles credit; a team need not have entered them for a proposal to name them. */
const WELL_KNOWN = new Set(
  `reuters afp bloomberg politico axios tasnim irna fars mehr tass interfax sana wafa anadolu xinhua kyodo dpa efe ansa haaretz
  aljazeera asharq rudaw kurdistan24 shafaq alsumaria newsweek spiegel bellingcat`.split(/\s+/),
);

/** Words that names of outlets have and names of people have not. */
const TELLING = new Set(
  `news times post online tv press daily herald tribune journal gazette guardian telegraph observer monitor media radio
  network today agency channel television broadcasting review courier mail chronicle bulletin wire express magazine weekly
  jazeera arabiya mayadeen akhbar`.split(/\s+/),
);

/** Names of people that an outlet's kind stands beside: "the channel's Jo Host". */
const MAX_WORDS = 4;

/** Whether a mention is a guess, not an outlet of the team's. */
export const isNew = ({ outletId }: Mention) => outletId.startsWith(NEW);
const NEW = "new ";

/**
 * Outlets that the text credits and the team does not know: a name with a reporting cue that looks like an outlet's, by
 * one of its words, an acronym, or "channel" and its like beside it. A guess that a person confirms.
 */
export function guessOutlets(words: readonly Word[], known: readonly Mention[]): Mention[] {
  const taken = (at: number) => known.some(({ from, to }) => at >= from && at <= to);
  const found: Mention[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let to = from - 1;
    while (to - from + 1 < MAX_WORDS && isNamePart(words, to + 1, from) && !taken(to + 1)) to += 1;
    if (to < from) continue;
    const name = trimmed(words, from, to);
    if (name && looksLikeOutlet(words, name.from, name.to) && reportingCue(words, name.from, name.to))
      found.push(mention(words, name));
    from = to;
  }
  return found;
}

const isNamePart = (words: readonly Word[], at: number, from: number) =>
  /^[\p{Lu}\d]/u.test(words[at]?.raw ?? "") && (at === from || /^[\s-]$/.test(words[at]?.before ?? ""));

/** "The Iraqi UTV", "One News Iraqi channel": an adjective of a country is no part of the name. */
function trimmed(words: readonly Word[], from: number, to: number) {
  let first = from;
  let last = to;
  const idle = (at: number) => /^(?:the|a|an|in|on|and|but|meanwhile|however|according|as)$/.test(words[at]?.key ?? "");
  const adjective = (at: number) =>
    /(?:[aei]n|[^t]i|ish|ese)$/.test(words[at]?.key ?? "") && (words[at]?.raw.length ?? 0) > 4;
  while (first <= last && idle(first)) first += 1;
  while (first <= last && adjective(first)) first += 1;
  while (last > first && (adjective(last) || isKind(words[last]))) last -= 1;
  return first <= last && !isKind(words[first]) ? { from: first, to: last } : null;
}

/** Whether a name typed alone reads as an outlet's rather than as a person's. */
export function readsAsOutlet(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 0 && looksLikeOutlet(words, 0, words.length - 1);
}

function looksLikeOutlet(words: readonly Word[], from: number, to: number): boolean {
  const name = words.slice(from, to + 1);
  if (name.some(({ key }) => TELLING.has(key)) && name.length > 1) return true;
  if (name.length === 1 && (WELL_KNOWN.has(name[0]?.key ?? "") || /^\p{Lu}{3,6}$/u.test(name[0]?.raw ?? "")))
    return isCredible(name[0]);
  const beside = isName(words[to + 1]) ? [from - 1, to + 1, to + 2] : [from - 1, to + 1];
  return beside.some((at) => isKind(words[at]) && /^\s$/.test(words[Math.max(at, from)]?.before ?? ""));
}

const isName = (word: Word | undefined) => /^\p{Lu}/u.test(word?.raw ?? "");

/** Acronyms of states and bodies that speak, too, but publish nothing. */
const isCredible = (word: Word | undefined) =>
  !/^(?:usa|uae|nato|idf|irgc|pmf|who|unifil|centcom|isis|cia|fbi)$/.test(word?.key ?? "");

function mention(words: readonly Word[], { from, to }: { from: number; to: number }): Mention {
  const name = words
    .slice(from, to + 1)
    .map(({ raw, before }, index) => (index === 0 ? raw : before + raw))
    .join("");
  return {
    outletId: `${NEW}${matchingKey(name)}`,
    outlet: name,
    start: words[from]?.start ?? 0,
    end: words[to]?.end ?? 0,
    from,
    to,
  };
}
