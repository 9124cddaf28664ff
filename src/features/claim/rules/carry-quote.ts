import type { CanonicalText } from "@/anchoring/canonical-text";
import { reanchorer } from "@/anchoring/reanchor";
import { makeSelector, quoteFinder } from "@/anchoring/selectors";
import type { Quote } from "../schema";

export type Target = CanonicalText & { versionId: string };

/** Takes a quote over to a newer text; answers it as it stands then. */
export type Carry = (quote: Quote) => Quote;

/**
 * From a version whose text is held. What stands unchanged in an unchanged sentence moves by itself; everything else
 * stays where it is, as `changed` or `orphaned`, until a person decides.
 */
export function carryFrom(older: CanonicalText, newer: Target, language: string): Carry {
  const find = reanchorer(older, newer, language);
  return (quote) => {
    if (quote.start === null || quote.end === null) return { ...quote, state: "orphaned" };
    const found = find({ start: quote.start, end: quote.end });
    if (found.kind === "changed" || found.kind === "orphaned") return { ...quote, state: found.kind };
    return placed(newer, found.start, found.end, found.kind);
  };
}

/** For a quote whose own text was never held: there is only its words, and what stood around them, to go by. */
export function findIn(newer: Target): Carry {
  const find = quoteFinder(newer.text);
  return (quote) => {
    const { exact, prefix, suffix, start, end } = quote;
    const found = find({ exact, prefix, suffix, ...(start !== null && end !== null && { start, end }) });
    return found.kind === "found" ? placed(newer, found.start, found.end, "exact") : { ...quote, state: "orphaned" };
  };
}

const placed = ({ text, versionId }: Target, start: number, end: number, state: Quote["state"]): Quote => ({
  ...makeSelector(text, start, end),
  state,
  versionId,
});
