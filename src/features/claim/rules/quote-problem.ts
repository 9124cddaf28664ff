import type { QuoteLocation } from "@/anchoring/selectors";
import type { Refusal } from "@/platform/errors";

/** Why a quote cannot be anchored, in words that tell what to do; null where it can. */
export function refuseLocation(location: QuoteLocation): Refusal | null {
  switch (location.kind) {
    case "found":
      return null;
    case "mismatch":
      return {
        path: "quote.start",
        message: `${MISPLACED[location.problem]}${actually(location)}${elsewhere(location)}`,
      };
    case "ambiguous": {
      const { length } = location.candidates;
      const message = `stands ${length} times in this version: give start and end, or the words before and after it`;
      return { path: "quote.exact", message };
    }
    case "inexact":
      return { path: "quote.exact", message: `differs from the text, which reads “${excerpt(location.exact)}” there` };
    case "absent": {
      const nearest = location.nearest ? `; the nearest passage is “${excerpt(location.nearest.exact)}”` : "";
      return { path: "quote.exact", message: `is not in the text of this version${nearest}` };
    }
  }
}

const MISPLACED = {
  empty: "marks no words",
  outside: "lies outside the text of this version",
  "splits-character": "cuts a character in two",
  "different-words": "is not where these words stand",
};

function actually({ actual }: Extract<QuoteLocation, { kind: "mismatch" }>): string {
  return actual === undefined ? "" : `: the text reads “${excerpt(actual)}” there`;
}

function elsewhere({ candidates }: Extract<QuoteLocation, { kind: "mismatch" }>): string {
  const [first] = candidates;
  return first ? `; the words stand at ${first.start}${candidates.length > 1 ? " and elsewhere" : ""}` : "";
}

const excerpt = (text: string) => (text.length <= 120 ? text : `${text.slice(0, 119).toWellFormed()}…`);
