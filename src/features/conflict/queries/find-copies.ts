import { countFigures, listTexts } from "@/features/article/queries/prints";
import { overlapOf } from "@/features/article/rules/shingles";
import type { Ctx } from "@/platform/context";
import { figuresIn, type Ground, knownOverlaps, textsOf } from "../rules/copy-pairs";
import { type ArticlePair, maybeAlike } from "../rules/copy-signals";
import type { KnownSuspicion } from "../rules/propose-suspicions";
import { listOutletKeys } from "./suspects";

/** Texts compared at once: what bounds the memory of a camp of many near-copies. */
const AT_ONCE = 20;

/**
 * What else tells whether one of each two articles is a copy. Texts that were compared before are not read again: what was
 * found of them is known.
 */
export async function readGroundOfCopies(
  ctx: Ctx,
  caseId: string,
  pairs: ArticlePair[],
  known: KnownSuspicion[],
): Promise<Ground> {
  const outlets = [...new Set(pairs.map(({ earlier }) => earlier.outlet.id))];
  const figures = figuresIn(pairs);
  return {
    names: outlets.length > 0 ? await listOutletKeys(ctx, outlets) : new Map(),
    articlesWith: figures.length > 0 ? await countFigures(ctx, caseId, figures) : new Map(),
    overlaps: await compareTexts(ctx, pairs, known),
  };
}

async function compareTexts(ctx: Ctx, pairs: ArticlePair[], known: KnownSuspicion[]) {
  const overlaps = knownOverlaps(known);
  const unread = pairs.filter((pair) => !overlaps.has(textsOf(pair)) && maybeAlike(pair));
  for (let start = 0; start < unread.length; start += AT_ONCE) {
    const some = unread.slice(start, start + AT_ONCE);
    const versions = some.flatMap(({ later, earlier }) => [later.versionId, earlier.versionId]);
    const texts = await listTexts(ctx, [...new Set(versions)]);
    for (const pair of some) {
      const [text, other] = [texts.get(pair.later.versionId) ?? "", texts.get(pair.earlier.versionId) ?? ""];
      overlaps.set(textsOf(pair), overlapOf(text, other));
    }
  }
  return overlaps;
}
