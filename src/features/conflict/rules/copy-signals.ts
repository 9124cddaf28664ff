import { matchingKey } from "@/anchoring/normalise";
import { type Credit, creditsInLabels } from "@/features/article/rules/credits";
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

/** Both lists are in order. */
export function sharedFigures({ later, earlier }: ArticlePair): string[] {
  const [own, theirs] = [later.figures, earlier.figures];
  const shared: string[] = [];
  for (let a = 0, b = 0; a < own.length && b < theirs.length; ) {
    const [figure, other] = [own[a] ?? "", theirs[b] ?? ""];
    if (figure === other) shared.push(figure);
    if (figure <= other) a += 1;
    if (figure >= other) b += 1;
  }
  return shared;
}

/** What of an article is compared with many others. */
export type Traits = { credits: { credit: Credit; key: string }[]; headline: string | null };

export function traitsOf({ title, author, outlet, credits }: ArticlePrint): Traits {
  const all = [...creditsInLabels({ title, author, outlet: outlet.name }), ...credits];
  const keyed = all.map((credit) => ({ credit, key: ` ${matchingKey(credit.name)} ` }));
  return { credits: keyed, headline: headlineKey(title) };
}

type Known = {
  traits: { later: Traits; earlier: Traits };
  /** The names that the earlier article's outlet goes by, folded. */
  names: readonly string[];
  /** In how many texts of the case a figure stands. */
  articlesWith: (figure: string) => number;
  /** What both texts have in the same words, where they were compared. */
  overlap: Overlap | null;
};

/** What speaks for the later article being a copy of the earlier, the strongest first. */
export function signalsOf(pair: ArticlePair, { traits, names, articlesWith, overlap }: Known): Signal[] {
  const signals: Signal[] = [];
  const credit = traits.later.credits.find(({ key }) => names.some((known) => key.includes(` ${known} `)))?.credit;
  if (credit) signals.push({ kind: "credit", ...credit });
  if (overlap && overlap.likeness >= ALIKE) {
    signals.push({ kind: "passage", likeness: rounded(overlap.likeness), words: shortened(overlap.passage) });
  }
  const { headline } = traits.later;
  if (headline !== null && headline === traits.earlier.headline) {
    signals.push({ kind: "headline", words: pair.later.title });
  }
  const figures = sharedFigures(pair).filter((figure) => articlesWith(figure) <= RARE_IN);
  if (figures.length >= LEAST_FIGURES) signals.push({ kind: "figures", figures: figures.slice(0, 10) });
  return signals;
}

const rounded = (share: number) => Math.round(share * 100) / 100;

const LONGEST = 400;
const shortened = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words);

const WEIGHT: Record<Signal["kind"], number> = { credit: 4, passage: 3, headline: 2, figures: 1 };

/** How much signals say together. */
export const weightOfSignals = (signals: Signal[]): number =>
  signals.reduce((sum, signal) => sum + WEIGHT[signal.kind] + (signal.kind === "passage" ? signal.likeness : 0), 0);
