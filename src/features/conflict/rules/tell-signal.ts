import type { Signal } from "../schema";

const PLACES: Record<Extract<Signal, { kind: "credit" }>["place"], string> = {
  outlet: "the name of its outlet",
  title: "its headline",
  author: "its byline",
  dateline: "its first line",
  footer: "its last lines",
};

/** What speaks for a copy, and the words that show it. */
export function tellSignal(signal: Signal): { says: string; words: string } {
  switch (signal.kind) {
    case "credit":
      return { says: `Credits ${signal.name} in ${PLACES[signal.place]}`, words: signal.words };
    case "headline":
      return { says: "Has the same headline", words: signal.words };
    case "passage":
      return { says: `Shares ${Math.round(signal.likeness * 100)} % of its runs of five words`, words: signal.words };
    case "figures":
      return { says: "Shares rare figures", words: signal.figures.join(", ") };
  }
}
