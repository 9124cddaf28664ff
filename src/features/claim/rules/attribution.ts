import type { Refusal } from "@/platform/errors";

export type KnownOutlet = { id: string; name: string };

export type Step =
  /** `typed` where that is not the outlet's name: it tells outlets apart again should they turn out to be two. */
  { kind: "outlet"; name: string; outletId: string; typed?: string } | { kind: "source"; name: string; outletId: null };

export type Attribution = { steps: Step[]; outlet: KnownOutlet | null };

type Given = {
  /** The chain as typed, from the article's outlet towards the origin. */
  chain: readonly string[];
  /** The outlet credited, where the input names one apart from the chain. */
  outlet: KnownOutlet | null;
  /** The name or id by which the input credits it. */
  typed?: string | null;
  /** The outlet that published the article. */
  articleOutlet: KnownOutlet | null;
};

/**
 * A claim's chain with what each step is, and its outlet: the last outlet of the chain, else the article's own.
 *
 * `known` holds the outlets among the chain's names, by name as typed. The chain stays as given; an outlet credited
 * apart from it joins it behind the article's own outlet and before the people who spoke through it. Where the chain
 * credits another outlet, the two contradict each other and neither is guessed to be right.
 */
export function resolveAttribution(
  { chain, outlet, typed, articleOutlet }: Given,
  known: ReadonlyMap<string, KnownOutlet>,
): Attribution | { refusal: Refusal } {
  const steps = chain.map((name) => toStep(name, known.get(name)));
  const last = steps.findLastIndex(({ kind }) => kind === "outlet");
  const credited = steps[last];
  const creditedOutlet = credited?.outletId ? { id: credited.outletId, name: credited.name } : articleOutlet;
  if (outlet === null || outlet.id === creditedOutlet?.id) return { steps, outlet: creditedOutlet };
  if (credited && credited.outletId !== articleOutlet?.id) {
    const message = `is ${outlet.name}, but the attribution leads to ${credited.name}: leave one of them out`;
    return { refusal: { path: "outlet", message } };
  }
  return {
    steps: steps.toSpliced(last + 1, 0, toStep(typed && typed !== outlet.id ? typed : outlet.name, outlet)),
    outlet,
  };
}

/**
 * The chain of a claim whose outlet alone is changed: its last outlet makes place for the new one. Null takes the
 * outlets out, so that the claim is the article's own (or nobody's) again.
 */
export function creditAnother(steps: readonly Pick<Step, "kind" | "name">[], outlet: KnownOutlet | null): string[] {
  if (outlet === null) return steps.filter(({ kind }) => kind !== "outlet").map(({ name }) => name);
  const last = steps.findLastIndex(({ kind }) => kind === "outlet");
  const names = steps.map(({ name }) => name);
  return last < 0 ? [outlet.name, ...names] : names.with(last, outlet.name);
}

/** A step as its row keeps it: by the name typed. Shown by the outlet's present name, whatever that is by then. */
export const storedStep = ({ kind, name, outletId, typed }: StoredStep) => ({ kind, outletId, name: typed ?? name });
export type StoredStep = { kind: Step["kind"]; name: string; outletId: string | null; typed?: string | undefined };

function toStep(typed: string, outlet: KnownOutlet | undefined): Step {
  return outlet
    ? { kind: "outlet", name: outlet.name, outletId: outlet.id, ...(typed !== outlet.name && { typed }) }
    : { kind: "source", name: typed, outletId: null };
}
