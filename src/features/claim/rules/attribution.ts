import type { Refusal } from "@/platform/errors";

export type KnownOutlet = { id: string; name: string };

export type Step =
  | { kind: "outlet"; name: string; outletId: string }
  | { kind: "source"; name: string; outletId: null };

export type Attribution = { steps: Step[]; outlet: KnownOutlet | null };

type Given = {
  /** The chain as typed, from the article's outlet towards the origin. */
  chain: readonly string[];
  /** The outlet credited, where the input names one apart from the chain. */
  outlet: KnownOutlet | null;
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
  { chain, outlet, articleOutlet }: Given,
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
  return { steps: steps.toSpliced(last + 1, 0, toStep(outlet.name, outlet)), outlet };
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

function toStep(typed: string, outlet: KnownOutlet | undefined): Step {
  return outlet
    ? { kind: "outlet", name: outlet.name, outletId: outlet.id }
    : { kind: "source", name: typed, outletId: null };
}
