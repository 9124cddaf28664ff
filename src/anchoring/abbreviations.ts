/** Full stops that end no sentence: always before a name or number, or only when no new sentence starts after them. */
const BEFORE_NAME = wordSet(
  "mr mrs ms mx dr prof rev fr sr st gen lt col sgt maj brig adm capt cmdr cpl pvt gov sen rep amb hon pres msgr supt insp",
  "sheikh hr fr herr mme mlle mm m don dña eng arch",
  "vs v cf eg ie e.g i.e al approx ca c fig figs no nos nr vol pp p art sec ch ed est dept mt ft ave blvd",
);
const BEFORE_NUMBER = wordSet("jan feb mar apr jun jul aug sep sept oct nov dec no nr nos art sec fig vol pp p ch");
const MAYBE = wordSet("u.s u.k u.n e.u d.c u.a.e u.s.a a.m p.m inc ltd co corp jr sr bros etc ph.d b.a m.a");

/** What commonly opens an English sentence: after "the U.S." these start a new one, "Army" does not. */
const OPENERS = wordSet(
  "the a an in on at by for from as it he she they we i you this that these those there but and or so yet if when while",
  "after before since although though however meanwhile according some many most both its his her their our his what who",
  "asked speaking earlier later also no not one two another such with without under over during until despite",
);

function wordSet(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

/** Whether the full stop at the end of `before` abbreviates, so that `after` still belongs to the same sentence. */
export function endsInAbbreviation(before: string, after: string): boolean {
  const stop = /(?:^|[\s("“‘«\u2066-\u2069\u200e\u200f[])(\p{L}[\p{L}\p{M}.]{0,7})\.\s*$/u.exec(before.slice(-24));
  const abbreviation = stop?.[1];
  if (!abbreviation) return false;
  const next = after.trimStart();
  const word = abbreviation.toLowerCase();
  if (BEFORE_NUMBER.has(word) && /^[\p{Nd}]/u.test(next)) return true;
  if (BEFORE_NAME.has(word)) return word.length > 2 || /^\p{Lu}/u.test(abbreviation) || !/^[“"(]/.test(next);
  // A single letter is an initial (J. Smith), in Arabic a title (د. سعيد); "I" ends sentences.
  if (/^\p{L}$/u.test(abbreviation) && abbreviation !== "I") return true;
  if (/^(?:\p{Script=Arabic}\.?){1,3}$/u.test(abbreviation) && abbreviation.includes(".")) return true;
  if (MAYBE.has(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(abbreviation)) return !startsSentence(next);
  return false;
}

function startsSentence(next: string): boolean {
  const first = /^["“‘«(]*(\p{L}+)/u.exec(next)?.[1];
  return first === undefined || /^["“‘«]/.test(next) || OPENERS.has(first.toLowerCase());
}
