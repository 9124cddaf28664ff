import { matchingKey } from "@/anchoring/normalise";
import { alignTokens, type Token, tokensOf } from "@/anchoring/word-diff";

/** A change that may turn a statement into another one, however alike the two look. */
export type ChangeAlert = { kind: "number" | "negation" | "name"; removed: string[]; added: string[] };

const NUMBER_WORDS = keySet(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
  "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million",
  "millions billion billions dozen dozens half third quarter first second once twice double both",
  "صفر واحد واحدة اثنان اثنين اثنتان اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة",
  "عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئات ألف آلاف مليون ملايين مليار عشرات نصف ثلث ربع",
);
const NEGATIONS = keySet(
  "not no never none nobody nothing neither nor without cannot hardly barely unlikely false falsely",
  "deny denies denied denying refuse refuses refused refusing reject rejects rejected rejecting fail fails failed",
  "لا لم لن ليس ليست ليسوا غير دون بدون بلا كلا نفى نفت ينفي تنفي نفي رفض رفضت يرفض ترفض كذب كاذب",
  "لא לא אין אינו אינה בלי ללא מעולם הכחיש הכחישה סירב סירבה",
  "نه نیست نبود نکرد هرگز بدون رد تکذیب نہیں نہ",
  "ne pas jamais aucun aucune sans ni rien nie dément nein nicht kein keine keinen nie ohne no nunca sin ningún ninguna ni не нет ни без никогда не отрицает опроверг",
);

function keySet(...lists: string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ").map(matchingKey)));
}

/** Numbers, negations and (in scripts with capitals) names that one text has and the other has not. */
export function changeAlerts(older: string, newer: string): ChangeAlert[] {
  const before = tokensOf(older);
  const after = tokensOf(newer);
  const pairs = alignTokens(before, after);
  const removed = without(before, new Set(pairs.map(([index]) => index)));
  const added = without(after, new Set(pairs.map(([, index]) => index)));
  const alerts: ChangeAlert[] = [];
  for (const [kind, test] of [
    ["number", isNumber],
    ["negation", isNegation],
    ["name", isName],
  ] as const) {
    const [gone, come] = [removed.filter(test), added.filter(test)];
    if (gone.length + come.length > 0) alerts.push({ kind, removed: gone, added: come });
  }
  return alerts;
}

/** The words that have no counterpart; at the start of a sentence without the capital that only marks the start. */
function without(tokens: readonly Token[], paired: ReadonlySet<number>): string[] {
  return tokens.flatMap(({ text }, index) => {
    if (paired.has(index)) return [];
    const opens = index === 0 || /^[.!?…:“"‘(«]$/.test(tokens[index - 1]?.text ?? "");
    return [opens && COMMON_OPENER.test(text) ? text.toLowerCase() : text];
  });
}

const COMMON_OPENER =
  /^(?:The|A|An|In|On|At|By|For|From|As|It|He|She|They|We|I|But|And|Or|So|If|When|While|After|Before|Not|No|This|That|These|Those|There|However|According|Some|Many|Most|Both|Its|His|Her|Their|Later|Earlier)$/;

/** A word that can turn a statement into another one. */
export function tellingKind(word: string): ChangeAlert["kind"] | null {
  if (isNumber(word)) return "number";
  if (isNegation(word)) return "negation";
  return isName(word) ? "name" : null;
}

/** It begins a sentence, where a capital says nothing. */
export const isCommonOpener = (word: string) => COMMON_OPENER.test(word);

function isNumber(word: string): boolean {
  return (
    /\p{N}/u.test(word) ||
    matchingKey(word)
      .split("-")
      .some((part) => NUMBER_WORDS.has(part))
  );
}

function isNegation(word: string): boolean {
  const key = matchingKey(word);
  return NEGATIONS.has(key) || key.endsWith("n't") || /^(?:و|ف)(?:لا|لم|لن|ليس)$/.test(key);
}

function isName(word: string): boolean {
  return /^(?:[ad]l-|d['’]|l['’])?\p{Lu}/u.test(word) && !/^I(?:['’]\p{L}+)?$/u.test(word);
}
