import { matchingKey } from "@/anchoring/normalise";
import type { Word } from "./outlet-mentions";

const folded = (list: string) => new Set(list.split(/\s+/).filter(Boolean).map(matchingKey));

const VERBS =
  folded(`said says say saying reported reports reporting noted notes stated states wrote writes revealed reveals
  claimed claims added adds told tells published quoted cited disclosed confirmed announced broadcast aired highlighted
  emphasized emphasised stressed explained argued denied warned indicated mentioned described observed recalled asserted
  alleged learned learnt acknowledged declared insisted suggested pointed remarked
  ذكر ذكرت قال قالت يقول تقول أفاد أفادت أعلن أعلنت كشف كشفت أكد أكدت أضاف أضافت أوضح أوضحت أشار أشارت نقل نقلت أورد أوردت
  بث بثت نشر نشرت صرح صرحت زعم زعمت لفت لفتت تحدث تحدثت نفى نفت وصف وصفت اعتبر اعتبرت`);

/** What kind of outlet a word names; also what "the outlet" may mean when it comes back to one named before. */
const KINDS =
  folded(`outlet channel agency newspaper paper daily weekly website site portal magazine network broadcaster
  station publication platform television tv radio
  قناة القناة وكالة الوكالة صحيفة الصحيفة موقع الموقع مجلة المجلة شبكة الشبكة جريدة الجريدة إذاعة الإذاعة منصة المنصة`);

/** Arabic names the kind with the article where English says "the channel". */
const DEFINITE_KINDS = folded("القناة الوكالة الصحيفة الموقع المجلة الشبكة الجريدة الإذاعة المنصة");

/** Words that may stand between an outlet's name and its verb. */
const FILLERS = folded("news also has have had later then s report reports previously separately itself correspondent");

/** What leads to an outlet's name, the words in order, and whether the outlet passes on (carrier) or is passed on (origin). */
const LEADS: { words: string[]; role: "carrier" | "origin" }[] = [
  ...[
    "according to",
    "as per",
    "per",
    "reported by",
    "published by",
    "carried by",
    "told",
    "interview with",
    "speaking to",
    "spoke to",
    "statement to",
    "statements to",
    "report by",
    "aired on",
    "broadcast on",
    "program on",
    "programme on",
    "وفقا",
    "وفق",
    "بحسب",
    "حسب",
  ].map((words) => lead(words, "carrier")),
  ...["citing", "quoting", "cited", "quoted", "نقلا عن", "نقلت عن", "نقل عن"].map((words) => lead(words, "origin")),
  ...["quoted by", "cited by"].map((words) => lead(words, "carrier")),
];

function lead(words: string, role: "carrier" | "origin") {
  return { words: words.split(" ").map(matchingKey), role };
}

const withoutAnd = (key: string) => (/^و\p{Script=Arabic}{3}/u.test(key) ? key.slice(1) : key);

/** In English a verb is written small: the States report nothing. To claim something is to say it only with a "that". */
export function isReportingVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || /^\p{Lu}/u.test(word.raw)) return false;
  if (/^claim(?:s|ed)$/.test(word.key))
    return words[at + 1]?.key === "that" || /^[,:”"]/.test(words[at + 1]?.before ?? "");
  return VERBS.has(word.key) || VERBS.has(withoutAnd(word.key));
}

export const isKind = (word: Word | undefined) =>
  word !== undefined && (KINDS.has(word.key) || KINDS.has(word.key.replace(/^[بلو]/, "")));

/** "the outlet", "this channel's", "القناة": an outlet named before, not a kind of outlet. */
export function comesBack(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !isKind(word)) return false;
  if (DEFINITE_KINDS.has(word.key) || DEFINITE_KINDS.has(withoutAnd(word.key))) return true;
  return ["the", "this", "that", "same"].includes(words[at - 1]?.key ?? "");
}

const parted = (word: Word | undefined) => word === undefined || /[.;:!?؟“”"«»()]/.test(word.before);

/** How a stretch of words (an outlet's name) is said to report, and the words that say so; null where it is only named. */
export function reportingCue(words: readonly Word[], from: number, to: number) {
  return leadBefore(words, from) ?? verbAfter(words, to) ?? verbBefore(words, from) ?? showBefore(words, from, to);
}

/** "according to (the French site) NAME". */
function leadBefore(words: readonly Word[], from: number) {
  for (let gap = 0; gap <= 4; gap += 1) {
    if (parted(words[from - gap])) return null;
    const found = LEADS.find((each) =>
      each.words.every((word, offset) => isAt(words, from - gap - each.words.length + offset, word)),
    );
    // "quoted by" ends in a word that may also stand between "quoted" and a name.
    if (found && !(found.role === "origin" && words[from - gap]?.key === "by")) {
      return { role: found.role, from: from - gap - found.words.length, to: from };
    }
  }
  return null;
}

const isAt = (words: readonly Word[], at: number, key: string) => {
  const here = words[at]?.key ?? "";
  return here === key || withoutAnd(here) === key;
};

/** "NAME (news agency also) reported"; "NAME, quoted by …". */
function verbAfter(words: readonly Word[], to: number) {
  for (let at = to + 1; at <= to + 5; at += 1) {
    const word = words[at];
    if (!word || parted(word)) return null;
    if (isReportingVerb(words, at)) {
      const passedOn = words[at + 1]?.key === "by";
      return { role: passedOn ? ("origin" as const) : ("carrier" as const), from: to, to: at };
    }
    const passes = FILLERS.has(word.key) || isKind(word) || /^\p{Lu}/u.test(word.raw);
    if (!passes) return null;
  }
  return null;
}

/** "ذكرت (صحيفة) NAME": in Arabic the verb comes first. "said on (the) NAME channel" is `showBefore`. */
function verbBefore(words: readonly Word[], from: number) {
  for (let at = from - 1; at >= from - 3; at -= 1) {
    const word = words[at];
    if (!word || parted(words[at + 1])) return null;
    if (isReportingVerb(words, at))
      return /\p{Script=Arabic}/u.test(word.key) ? { role: "carrier" as const, from: at, to: from } : null;
    if (!isKind(word) && !/^عن/.test(word.key)) return null;
  }
  return null;
}

/** "… on the Iraqi NAME channel", "… لقناة NAME", in a sentence in which somebody says something. */
function showBefore(words: readonly Word[], from: number, to: number) {
  if (!words.some((_, at) => isReportingVerb(words, at))) return null;
  const kind = [from - 2, from - 1, to + 1, to + 2].find((at) => isKind(words[at]));
  const on = [1, 2, 3, 4].some((gap) =>
    ["on", "to", "with", "by", "via", "from"].includes(words[from - gap]?.key ?? ""),
  );
  const joined =
    /^[بل]/.test(words[kind ?? from]?.key ?? "") && /\p{Script=Arabic}/u.test(words[kind ?? from]?.key ?? "");
  if (joined && (kind !== undefined || words[from]?.key.startsWith("ل")))
    return { role: "carrier" as const, from: kind ?? from, to };
  return kind !== undefined && on ? { role: "carrier" as const, from, to: kind } : null;
}
