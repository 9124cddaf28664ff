import type { Block } from "@/anchoring/canonical-text";
import { sentences } from "@/anchoring/segment";
import type { Span } from "@/anchoring/selectors";
import { type FoundDate, findVagueDates } from "@/dates/find-dates";
import type { VagueDate } from "@/dates/vague-date";
import { findSources, type NamedSource } from "./named-sources";
import { guessOutlets, isNew } from "./outlet-guess";
import { findMentions, type Mention, type NameIndex, type Word, wordsOf } from "./outlet-mentions";
import { comesBack, isKind, isReportingVerb, reportingCue } from "./reporting-cues";

/** Something the text suggests: never recorded until a person accepts it. `evidence` is where in the text it stands. */
export type Proposal<T> = { value: T; evidence: Span; why: string };

export type ProposedAttribution = {
  /** The chain from the article's outlet on, without it. */
  steps: string[];
  /** The outlet that it credits; null where only people are, and for one that the team does not know. */
  outlet: { id: string; name: string } | null;
  /** Steps that look like outlets though the team does not know them. */
  newOutlets: string[];
};

export type Proposals = {
  attribution: Proposal<ProposedAttribution> | null;
  /** When it was reported: a date that belongs to the reporting verb. */
  reportedOn: Proposal<VagueDate> | null;
  /** When it happened: the first other date of the sentence. */
  occurredOn: Proposal<VagueDate> | null;
};

type Reading = {
  text: string;
  blocks: readonly Block[];
  quote: Span;
  names: NameIndex;
  /** The outlet that published the article: never proposed as credited by itself. */
  articleOutletId: string | null;
  /** The date the article was published (EDTF), for dates without a year. */
  publishedOn: string | null;
};

/** How far back "the channel" and "he" look for what they mean. */
const BACK = 3000;

/**
 * What the words around a quote say of where its claim comes from, and when. Reads the sentences of the quote; "the
 * outlet said" and "he added" look back to what was named last.
 */
export function propose(reading: Reading): Proposals {
  const near = nearbySentences(reading);
  const own = near.filter(({ start, end }) => start < reading.quote.end && end > reading.quote.start);
  const first = own[0];
  if (!first) return { attribution: null, reportedOn: null, occurredOn: null };
  const earlier = near.filter(({ end }) => end <= first.start);
  const sentence = { start: first.start, end: own.at(-1)?.end ?? first.end };
  const attribution = proposeAttribution(reading, sentence, earlier);
  return { attribution, ...proposeDates(reading, sentence, attribution !== null) };
}

function nearbySentences({ text, blocks, quote }: Reading): Span[] {
  const near = blocks.filter(({ start, end }) => start < quote.end && end > quote.start - BACK);
  return sentences(text, near);
}

/** `mentions` without the article's own outlet, `named` with it. */
type Parsed = { span: Span; words: Word[]; mentions: Mention[]; named: Mention[] };

function parse({ text, names, articleOutletId }: Reading, span: Span): Parsed {
  const words = wordsOf(text.slice(span.start, span.end));
  const known = findMentions(words, names);
  const named = [...known, ...guessOutlets(words, known)].toSorted((a, b) => a.from - b.from);
  return { span, words, named, mentions: named.filter(({ outletId }) => outletId !== articleOutletId) };
}

function proposeAttribution(reading: Reading, span: Span, earlier: readonly Span[]): Proposals["attribution"] {
  const sentence = parse(reading, span);
  const sources = findSources(sentence.words, sentence.named);
  const direct = creditedOutlets(sentence);
  if (direct.length > 0) return asProposal(reading, sentence, direct, sources);
  const before = earlier.map((each) => parse(reading, each));
  const back = cameBack(sentence, before);
  if (back) return asProposal(reading, sentence, [back], sources);
  if (sources.length > 0) return asProposal(reading, sentence, [], sources);
  return continued(reading, sentence, before);
}

type Credited = { outlet: Mention; from: number; to: number; why: string };

/** The outlets that the sentence credits: those that pass on before those that are passed on. */
function creditedOutlets({ words, mentions }: Parsed): Credited[] {
  const credited = mentions.flatMap((outlet) => {
    const cue = reportingCue(words, outlet.from, outlet.to);
    if (!cue) return [];
    const from = Math.min(cue.from, outlet.from);
    const to = Math.max(cue.to, outlet.to);
    return [{ outlet, from, to, role: cue.role, why: `“${phrase(words, from, to)}”` }];
  });
  return credited.toSorted((a, b) => Number(a.role === "origin") - Number(b.role === "origin"));
}

/** "The channel said": the outlet named last before it, one called a channel rather than any. */
function cameBack(sentence: Parsed, before: readonly Parsed[]): Credited | null {
  const at = sentence.words.findIndex((_, index) => comesBack(sentence.words, index));
  const kind = sentence.words[at];
  if (!kind || !reportingCue(sentence.words, at, at)) return null;
  const named = before.flatMap(({ words, mentions }) => mentions.map((outlet) => ({ outlet, words })));
  const called = named.findLast(({ outlet, words }) =>
    [outlet.from - 2, outlet.from - 1, outlet.to + 1, outlet.to + 2].some(
      (near) => words[near]?.key === kind.key && isKind(words[near]),
    ),
  );
  const last = called ?? named.at(-1);
  if (!last) return null;
  const from = Math.max(0, at - 1);
  const why = `“${phrase(sentence.words, from, at)}” most likely means ${last.outlet.outlet}, named before`;
  return { outlet: last.outlet, from, to: at, why };
}

/** "he added": whoever the sentence before attributes to. */
function continued(reading: Reading, sentence: Parsed, before: readonly Parsed[]): Proposals["attribution"] {
  const at = sentence.words.findIndex(
    ({ key }, index) => (key === "he" || key === "she") && isReportingVerb(sentence.words, index + 1),
  );
  const arabic = sentence.words.findIndex(({ key }) =>
    /^(?:واضاف|واضافت|واوضح|واوضحت|وتابع|وتابعت|واكد|واكدت|واشار|واشارت)$/.test(key),
  );
  const cue = at >= 0 ? at : arabic;
  if (cue < 0) return null;
  for (const earlier of before.slice(-3).toReversed()) {
    const sources = findSources(earlier.words, earlier.named);
    if (sources.length === 0) continue;
    const found = asProposal(reading, earlier, creditedOutlets(earlier), sources);
    const speaker = sources.at(-1)?.name ?? "";
    const why = `“${phrase(sentence.words, cue, at >= 0 ? cue + 1 : cue)}” most likely means ${speaker}, who speaks before`;
    return found && { ...found, why };
  }
  return null;
}

function asProposal(
  { text }: Reading,
  { span, words }: Parsed,
  outlets: readonly Credited[],
  sources: readonly NamedSource[],
): Proposals["attribution"] {
  const ends = [
    ...outlets,
    ...sources.map(({ from, verb, to }) => ({ from: Math.min(from, verb), to: Math.max(to, verb) })),
  ];
  const from = Math.min(...ends.map((each) => each.from));
  const to = Math.max(...ends.map((each) => each.to));
  const evidence = { start: span.start + (words[from]?.start ?? 0), end: span.start + (words[to]?.end ?? 0) };
  const last = outlets.at(-1)?.outlet;
  const steps = [...outlets.map(({ outlet }) => outlet.outlet), ...sources.map(({ name }) => name)];
  const spoken = sources.length > 0 && outlets.length === 0;
  return {
    value: {
      steps: [...new Set(steps)],
      outlet: last && !isNew(last) ? { id: last.outletId, name: last.outlet } : null,
      newOutlets: outlets.filter(({ outlet }) => isNew(outlet)).map(({ outlet }) => outlet.outlet),
    },
    evidence,
    why: spoken ? `“${text.slice(evidence.start, evidence.end)}”` : outlets.map(({ why }) => why).join(", "),
  };
}

const phrase = (words: readonly Word[], from: number, to: number) =>
  words
    .slice(from, to + 1)
    .map(({ raw, before }, index) => (index === 0 ? raw : before.replace(/\s+/g, " ") + raw))
    .join("");

/**
 * A date that follows a reporting verb, or stands before it in a sentence that attributes what it says, is the report's;
 * others are the event's. "Two weeks earlier" then counts from the report.
 */
function proposeDates(
  { text, publishedOn, quote }: Reading,
  span: Span,
  attributed: boolean,
): Pick<Proposals, "reportedOn" | "occurredOn"> {
  const sentence = text.slice(span.start, span.end);
  const words = wordsOf(sentence);
  const ofReport = findVagueDates(sentence, publishedOn).find((found) => belongsToVerb(words, found, attributed));
  const others = findVagueDates(sentence, ofReport?.date.max ?? publishedOn).filter(
    ({ start }) => start !== ofReport?.start,
  );
  // What is quoted says when it happened before what stands around it does: "A statement of 2 March says they left on …".
  const quoted = others.filter(({ start, end }) => span.start + start < quote.end && span.start + end > quote.start);
  const asked = quoted.length > 0 ? quoted : others;
  // "Friday prayers on October 4": the date with a number says more.
  const ofEvent = asked.find(({ date }) => /\p{N}/u.test(date.words)) ?? asked[0];
  const proposal = (found: FoundDate | undefined, what: string) =>
    found
      ? {
          value: found.date,
          evidence: { start: span.start + found.start, end: span.start + found.end },
          why: `“${found.date.words}” ${what}`,
        }
      : null;
  return {
    reportedOn: proposal(ofReport, "goes with the report"),
    occurredOn: proposal(ofEvent, "stands in the same sentence"),
  };
}

function belongsToVerb(words: readonly Word[], { start, end }: Span, attributed: boolean): boolean {
  const at = words.findIndex((word) => word.start >= start);
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    if (isReportingVerb(words, before)) return true;
    if (opensReport(words[before]) || opensReport(words[before + 1])) break;
  }
  const after = words.findIndex((word) => word.start >= end);
  const verb = words.findIndex((_, index) => index >= after && isReportingVerb(words, index));
  const report = words.findIndex(opensReport);
  return attributed && at <= 5 && after > 0 && verb > after && verb <= after + 8 && (report < 0 || verb < report);
}

/** The first word of what is reported. */
const opensReport = (word: Word | undefined) =>
  word !== undefined && (/[“«"]/.test(word.before) || /^(?:that|ان|بان|انه|انها)$/.test(word.key));
