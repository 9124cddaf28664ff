import type { ArticlePrint } from "@/features/article/rules/fingerprint";
import type { Overlap } from "@/features/article/rules/shingles";
import { type ArticlePair, inOrder, sharedFigures, signalsOf, type Traits, traitsOf } from "./copy-signals";
import type { FoundCopy, KnownSuspicion } from "./propose-suspicions";

/** Each two articles by time; two of one outlet are one origin anyway. */
export const pairsOf = (prints: ArticlePrint[]): ArticlePair[] =>
  prints.flatMap((a, index) =>
    prints.slice(index + 1).flatMap((b) => (a.outlet.id === b.outlet.id ? [] : [inOrder(a, b)])),
  );

/** Which texts were compared, the later first. */
export const textsOf = ({ later, earlier }: ArticlePair): string => `${later.versionId} ${earlier.versionId}`;

/** What was found of texts that were compared before. */
export function knownOverlaps(known: KnownSuspicion[]): Map<string, Overlap> {
  return new Map(
    known.map(({ fromVersionId, toVersionId, signals }) => {
      const passage = signals.find((signal) => signal.kind === "passage");
      const overlap = passage ? { likeness: passage.likeness, passage: passage.words } : { likeness: 0, passage: "" };
      return [`${fromVersionId} ${toVersionId}`, overlap];
    }),
  );
}

export type Ground = {
  /** The folded names of each outlet, by its id. */
  names: ReadonlyMap<string, string[]>;
  /** In how many texts of the case each figure stands. */
  articlesWith: ReadonlyMap<string, number>;
  overlaps: ReadonlyMap<string, Overlap>;
};

/** Those of the pairs for which anything speaks, with what does. */
export function copiesAmong(pairs: ArticlePair[], { names, articlesWith, overlaps }: Ground): FoundCopy[] {
  const known = new Map<string, Traits>();
  const traits = (print: ArticlePrint) => {
    const found = known.get(print.articleId) ?? traitsOf(print);
    known.set(print.articleId, found);
    return found;
  };
  return pairs.flatMap((pair) => {
    const { later, earlier } = pair;
    const signals = signalsOf(pair, {
      traits: { later: traits(later), earlier: traits(earlier) },
      names: names.get(earlier.outlet.id) ?? [],
      articlesWith: (figure) => articlesWith.get(figure) ?? 0,
      overlap: overlaps.get(textsOf(pair)) ?? null,
    });
    if (signals.length === 0) return [];
    const from = { articleId: earlier.articleId, versionId: earlier.versionId, outletId: earlier.outlet.id };
    return [{ later: { articleId: later.articleId, versionId: later.versionId }, earlier: from, signals }];
  });
}

export const figuresIn = (pairs: ArticlePair[]): string[] => [...new Set(pairs.flatMap(sharedFigures))];
