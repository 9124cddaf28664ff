import { matchingKey } from "@/anchoring/normalise";
import { creditsInLabels } from "@/features/article/rules/credits";
import { type ArticlePrint, likenessOf } from "@/features/article/rules/fingerprint";
import { headlineKey } from "@/features/article/rules/headline-key";
import type { Overlap } from "@/features/article/rules/shingles";
import type { Signal } from "../schema";

/** Half of the runs of words in common: what news texts have only where one was made from the other (methodology 9). */
const ALIKE = 0.5;
/** The estimate errs: from here on the texts themselves are compared. */
const MAYBE_ALIKE = 0.35;
/** Shorter texts are alike by chance, or are one sentence that everybody quotes. */
const LEAST_SHINGLES = 20;
const LEAST_FIGURES = 2;
/** A figure that more texts of the case have is common knowledge. */
const RARE_IN = 3;

/** Two articles by time: `later` may be a copy of `earlier`. */
export type ArticlePair = { later: ArticlePrint; earlier: ArticlePrint };

/** By the day of publication where both say it and differ, else by when they were brought in. */
export function inOrder(a: ArticlePrint, b: ArticlePrint): ArticlePair {
  const days = a.publishedMin && b.publishedMin ? compare(a.publishedMin, b.publishedMin) : 0;
  const order = days || a.capturedAt.getTime() - b.capturedAt.getTime() || compare(a.articleId, b.articleId);
  return order < 0 ? { earlier: a, later: b } : { earlier: b, later: a };
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);

/** Whether it is worth while to compare the texts themselves. */
export const maybeAlike = ({ later, earlier }: ArticlePair): boolean =>
  Math.min(later.shingles, earlier.shingles) >= LEAST_SHINGLES &&
  likenessOf(later.sketch, earlier.sketch) >= MAYBE_ALIKE;

export const sharedFigures = ({ later, earlier }: ArticlePair): string[] =>
  later.figures.filter((figure) => earlier.figures.includes(figure));

type Known = {
  /** The names that the earlier article's outlet goes by, folded. */
  names: readonly string[];
  /** In how many texts of the case a figure stands. */
  articlesWith: (figure: string) => number;
  /** What both texts have in the same words, where they were compared. */
  overlap: Overlap | null;
};

/** What speaks for the later article being a copy of the earlier, the strongest first. */
export function signalsOf(pair: ArticlePair, { names, articlesWith, overlap }: Known): Signal[] {
  const { later, earlier } = pair;
  const signals: Signal[] = [];
  const credit = creditOf(later, names);
  if (credit) signals.push({ kind: "credit", ...credit });
  if (overlap && overlap.likeness >= ALIKE) {
    signals.push({ kind: "passage", likeness: rounded(overlap.likeness), words: shortened(overlap.passage) });
  }
  const headline = headlineKey(later.title);
  if (headline !== null && headline === headlineKey(earlier.title)) {
    signals.push({ kind: "headline", words: later.title });
  }
  const figures = sharedFigures(pair).filter((figure) => articlesWith(figure) <= RARE_IN);
  if (figures.length >= LEAST_FIGURES) signals.push({ kind: "figures", figures: figures.slice(0, 10) });
  return signals;
}

function creditOf({ title, author, outlet, credits }: ArticlePrint, names: readonly string[]) {
  const all = [...creditsInLabels({ title, author, outlet: outlet.name }), ...credits];
  return all.find(({ name }) => names.some((known) => ` ${matchingKey(name)} `.includes(` ${known} `)));
}

const rounded = (share: number) => Math.round(share * 100) / 100;

const LONGEST = 400;
const shortened = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words);

const WEIGHT: Record<Signal["kind"], number> = { credit: 4, passage: 3, headline: 2, figures: 1 };

/** How much signals say together. */
export const weightOfSignals = (signals: Signal[]): number =>
  signals.reduce((sum, signal) => sum + WEIGHT[signal.kind] + (signal.kind === "passage" ? signal.likeness : 0), 0);
