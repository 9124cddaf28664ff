import { changeAlerts } from "@/anchoring/change-alerts";
import { matchingKey } from "@/anchoring/normalise";

/** What tells whether two claims may be about the same thing. */
export type AkinText = { statement: string; quote: string | null; articleId: string | null; reportedOn: string | null };

export type SuggestedKind = "agrees" | "contradicts" | "repeats";

export type Akin = {
  /** How much of what the rarer words say both say, 0 to 1: an order, not a probability. */
  score: number;
  why: string;
  /** What the pair may be; null where nothing tells. A person decides. */
  suggestedKind: SuggestedKind | null;
};

/** A claim that is akin to another, as pickers show it. */
export type Counterpart = {
  id: string;
  number: number;
  statement: string;
  outlet: string | null;
  quote: string | null;
  reportedOn: string | null;
} & Akin;

/** Words that join sentences and tell no two claims apart; letters as `matchingKey` leaves them. */
const JOINING = new Set(
  `the and for not but are was has had its his her who all any out one two new now off own per yet nor
   that this with from they them their have been were will would said says after before about against which while when
   into more most other than over under also only some such between during where there these those according reported
   report reports claim claimed told did does could should may might being because until since very
   على الى التي الذي هذا هذه بين كان كانت بعد قبل حول عند وقد ايضا ذلك ضد انه انها ان من في عن مع قال قالت لم لا ما`.split(
    /\s+/,
  ),
);

/** Terms that are looked for: the others add little and cost as much. */
export const MOST_TERMS = 12;

/**
 * The stems of a text's telling words and its figures, with the word as it stands there. A stem is a part of each form of
 * its word, so that it can be looked for as letters.
 */
export function termsOf(text: string): Map<string, string> {
  const terms = new Map<string, string>();
  for (const [word] of text.matchAll(WORD)) {
    const key = matchingKey(word).trim();
    if (JOINING.has(key)) continue;
    const stem = stemOf(key);
    if ((stem.length > 2 || /\p{N}{2}/u.test(stem)) && !terms.has(stem)) terms.set(stem, word);
  }
  return terms;
}

const FIGURE = /\p{N}[\p{N}.,:/-]*\p{N}|\p{N}/gu;
const WORD = /\p{N}[\p{N}.,:/-]*\p{N}|\p{N}|[\p{L}\p{M}]+/gu;

/** A light stem: English endings, and in Arabic the article with what is written together with it. */
export function stemOf(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  if (/\p{Script=Arabic}/u.test(word)) {
    const bare = word.replace(/^[وف]?(?:[بك]?ال|لل)(?=.{3})/u, "").replace(/^[وف](?=.{4})/u, "");
    return bare.replace(/(?:ات|ون|ين|ان|ها|هم|ية|ته|تها|وا)$/u, (ending) =>
      bare.length - ending.length >= 3 ? "" : ending,
    );
  }
  const bare = word.replace(/['’]s$/, "");
  const stem = bare.replace(/(?:ings?|edly|ed|ies|es|s|ly|e|y)$/, "");
  return stem.length >= 4 ? stem : bare.length > 4 ? bare.replace(/s$/, "") : bare;
}

type Weigh = (term: string) => number;

/** How akin `other` is to `own`; `weigh` tells how rare a term is. */
export function akinOf(own: AkinText, other: AkinText, weigh: Weigh): Akin {
  const likeness = likenessOf(own, weigh)(other);
  return { score: likeness.score, ...tellAkin(own, other, likeness, weigh) };
}

export type Likeness = { score: number; raw: number; shared: string[] };

/** The score alone: many are weighed, few are told. What is known of `own` is worked out once. */
export function likenessOf(own: AkinText, weigh: Weigh): (other: AkinText) => Likeness {
  const a = termsOf(wordsOf(own));
  const sum = (terms: Iterable<string>) => [...terms].reduce((total, term) => total + weigh(term), 0);
  const ofOwn = Math.max(sum(a.keys()), 1);
  return (other) => {
    const b = termsOf(wordsOf(other));
    const shared = [...a.keys()].filter((term) => b.has(term));
    const both = sum(shared);
    const raw = both === 0 ? 0 : both / Math.sqrt(ofOwn * Math.max(sum(b.keys()), 1));
    return { raw, shared, score: Math.round(Math.min(1, raw) * (isBeside(own, other) ? 0.5 : 1) * 1000) / 1000 };
  };
}

/** Of one article: it says things in several ways, and rarely the same twice. */
const isBeside = (own: AkinText, other: AkinText) => own.articleId !== null && own.articleId === other.articleId;

/** Why they may be about the same thing, and what the pair may be. */
export function tellAkin(own: AkinText, other: AkinText, { raw, shared }: Likeness, weigh: Weigh): Omit<Akin, "score"> {
  const words = termsOf(wordsOf(own));
  const differences = changeAlerts(own.statement, other.statement);
  const figures = figuresOf(own.statement, other.statement);
  const negated = differences.some(({ kind }) => kind === "negation");
  return {
    why: toldOf(
      inOrder(shared, weigh).map((term) => words.get(term) ?? term),
      figures,
      negated,
    ),
    suggestedKind: kindOf({ score: raw, figures, negated, beside: isBeside(own, other), own, other }),
  };
}

const wordsOf = ({ statement, quote }: AkinText) => `${statement} ${quote ?? ""}`;

type Figures = { same: string[]; own: string[]; other: string[] };

function figuresOf(own: string, other: string): Figures {
  const figures = (text: string) => new Set<string>(matchingKey(text).match(FIGURE) ?? []);
  const [mine, theirs] = [figures(own), figures(other)];
  return {
    same: [...mine].filter((figure) => theirs.has(figure)),
    own: [...mine].filter((figure) => !theirs.has(figure)),
    other: [...theirs].filter((figure) => !mine.has(figure)),
  };
}

/** From which score on claims on the same words are taken for more than the same subject. */
const CLOSE = 0.45;
const NEARLY_SAME = 0.85;

type Pair = { score: number; figures: Figures; negated: boolean; beside: boolean; own: AkinText; other: AkinText };

function kindOf({ score, figures, negated, beside, own, other }: Pair): SuggestedKind | null {
  if (score < CLOSE) return null;
  const differ = figures.own.length > 0 && figures.other.length > 0;
  if (negated || differ) return "contradicts";
  const later = (own.reportedOn ?? "") >= (other.reportedOn ?? "");
  if (score >= NEARLY_SAME && !beside && later) return "repeats";
  return figures.own.length + figures.other.length === 0 ? "agrees" : null;
}

/** The rarest first; figures are told by themselves. */
const inOrder = (terms: readonly string[], weigh: Weigh) =>
  terms.filter((term) => !/\p{N}/u.test(term)).toSorted((a, b) => weigh(b) - weigh(a));

function toldOf(words: string[], { same, own, other }: Figures, negated: boolean): string {
  return [
    words.length > 0 ? `shares ${words.slice(0, 4).join(", ")}` : "",
    same.length > 0 ? `the same figure: ${same.slice(0, 3).join(", ")}` : "",
    own.length > 0 && other.length > 0 ? `${own.slice(0, 2).join(", ")} against ${other.slice(0, 2).join(", ")}` : "",
    negated ? "one of them denies" : "",
  ]
    .filter(Boolean)
    .join("; ");
}
