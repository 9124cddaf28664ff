import { fromPlainText } from "@/anchoring/plain-text";
import { readEdtf } from "@/dates/edtf-bounds";
import { indexNames } from "@/features/claim/rules/outlet-mentions";
import { propose } from "@/features/claim/rules/proposals";
import { ARABIC } from "./labelled/arabic";
import { ENGLISH } from "./labelled/english";
import { type Labelled, OUTLETS, PUBLISHED_ON, PUBLISHER } from "./labelled/labelled";

/** What was proposed, right or wrong, and what should have been: counts over labelled sentences. */
export type Quality = { proposed: number; right: number; wanted: number; precision: number; recall: number };

const NAMES = indexNames(
  Object.entries(OUTLETS).flatMap(([outlet, aliases]) =>
    [outlet, ...aliases].map((name) => ({ outletId: outlet, outlet, name })),
  ),
);

/** How good proposals are on the labelled sentences, a row for each language and kind. */
export function proposalQuality(): Record<string, string | number>[] {
  return Object.entries({ English: ENGLISH, Arabic: ARABIC }).flatMap(([language, all]) =>
    Object.entries({ outlets: outletQuality(all), dates: dateQuality(all) }).map(
      ([kind, { precision, recall, ...counts }]) => ({
        measure: `proposed ${kind}, ${all.length} sentences in ${language}`,
        ...counts,
        precision: rounded(precision),
        recall: rounded(recall),
      }),
    ),
  );
}

const rounded = (share: number) => Math.round(share * 100) / 100;

/** The quoted words of a labelled sentence with what the product proposes for them. */
export function proposalsFor({ text: marked }: Labelled) {
  const { text, blocks } = fromPlainText(marked.replace(/\[\[|\]\]/g, ""));
  const exact = /\[\[([\s\S]*?)\]\]/.exec(marked)?.[1] ?? "";
  const start = text.indexOf(exact);
  const quote = { start, end: start + exact.length };
  const { attribution, occurredOn } = propose({
    text,
    blocks,
    quote,
    names: NAMES,
    articleOutletId: PUBLISHER,
    publishedOn: PUBLISHED_ON,
  });
  return { outlet: attribution?.value.outlet?.name ?? null, date: occurredOn?.value.edtf ?? null };
}

export function outletQuality(all: readonly Labelled[]): Quality {
  return qualityOf(all.map((each) => ({ wanted: each.outlet, proposed: proposalsFor(each).outlet })));
}

/** Dates are the same where they mean the same days, however they are qualified. */
export function dateQuality(all: readonly Labelled[]): Quality {
  return qualityOf(all.map((each) => ({ wanted: daysOf(each.date), proposed: daysOf(proposalsFor(each).date) })));
}

function daysOf(edtf: string | null): string | null {
  if (edtf === null) return null;
  const read = readEdtf(edtf);
  return "min" in read ? `${read.min} ${read.max}` : edtf;
}

type Pair = { wanted: string | null; proposed: string | null };

function qualityOf(pairs: readonly Pair[]): Quality {
  const proposed = pairs.filter((pair) => pair.proposed !== null).length;
  const right = pairs.filter((pair) => pair.proposed !== null && pair.proposed === pair.wanted).length;
  const wanted = pairs.filter((pair) => pair.wanted !== null).length;
  return { proposed, right, wanted, precision: right / Math.max(1, proposed), recall: right / Math.max(1, wanted) };
}
