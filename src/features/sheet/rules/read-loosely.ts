import { matchingKey } from "@/anchoring/normalise";
import type { Column } from "../schema";
import { type DateOrder, readFigures } from "./date-order";

/**
 * A cell as analysts write it in the form that the sheet's own columns take: "A2" as its half, "Probably true" as 2,
 * 25/04/2025 as a date. Null where there is nothing to be made of it. Asked only for what cannot be read as it is.
 */
export function readLoosely(
  column: Column,
  text: string,
  how: { dates: DateOrder | null; pair: boolean },
): string | null {
  switch (column) {
    case "reported_on":
    case "occurred_on":
    case "article_published_on":
      return looseDate(text, how.dates);
    case "reliability":
      return looseReliability(text, how.pair);
    case "credibility":
      return looseCredibility(text, how.pair);
    case "confidence":
      return wordOf(CONFIDENCE, text);
    case "status":
      return wordOf(STATUS, text);
    case "article_url":
      return looseAddress(text);
    case "article_language":
      return wordOf(LANGUAGE, text);
    default:
      return null;
  }
}

const two = (figure: number) => String(figure).padStart(2, "0");

/** Figures by the order of the sheet; the time of a day is left away; months in the languages of the headings. */
function looseDate(text: string, order: DateOrder | null): string | null {
  const figures = readFigures(text);
  if (figures) {
    const { first, second, year } = figures;
    const dayFirst = first > 12 || (second <= 12 && (first === second || order === "day-first"));
    const monthFirst = !dayFirst && (second > 12 || order === "month-first");
    if (!dayFirst && !monthFirst) return null;
    const [day, month] = dayFirst ? [first, second] : [second, first];
    return month > 12 ? null : `${year}-${two(month)}-${two(day)}`;
  }
  const withTime = /^\s*(\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}/.exec(text);
  if (withTime?.[1]) return withTime[1];
  return monthInWords(text);
}

const MONTHS = [
  "janvier januar janner enero января январь січня січень jan",
  "fevrier februar febrero февраля февраль лютого лютий feb",
  "mars marz marzo марта март березня березень mar mrz",
  "avril abril апреля апрель квітня квітень apr avr abr",
  "mai mayo мая май травня травень may",
  "juin juni junio июня июнь червня червень jun",
  "juillet juli julio июля июль липня липень jul",
  "aout august agosto августа август серпня серпень aug",
  "septembre september septiembre сентября сентябрь вересня вересень sep sept",
  "octobre oktober octubre октября октябрь жовтня жовтень oct okt",
  "novembre november noviembre ноября ноябрь листопада листопад nov",
  "decembre dezember diciembre декабря декабрь грудня грудень dec dez dic",
];
const monthOf = new Map(
  MONTHS.flatMap((names, index) => names.split(" ").map((name) => [matchingKey(name), index + 1] as const)),
);

/** "20 avril 2025", "5. März 2024", "3 de mayo de 2025", "апрель 2025", "03-Apr-25". */
function monthInWords(text: string): string | null {
  const words = matchingKey(text.replace(/[.,\-/]+/g, " "))
    .split(" ")
    .filter((word) => !["de", "del", "le", "den", "am", "года", "г", "року", "р", ""].includes(word));
  const month = words.map((word) => monthOf.get(word)).find((found) => found !== undefined);
  const figures = words.filter((word) => !monthOf.has(word));
  if (month === undefined || words.length - figures.length !== 1) return null;
  if (!figures.every((word) => /^\d{1,4}(?:er)?$/.test(word)) || figures.length > 2 || figures.length === 0)
    return null;
  const last = Number.parseInt(figures.at(-1) ?? "", 10);
  const year = last < 100 && figures.length === 2 ? (last < 70 ? 2000 : 1900) + last : last;
  if (year < 1000) return null;
  const day = figures.length === 2 ? Number.parseInt(figures[0] ?? "", 10) : null;
  if (day !== null && (day < 1 || day > 31)) return null;
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
}

/** "A2", "B-3", "C / 4": both grades in one cell, as analysts write them. */
export function readPair(text: string): { reliability: string; credibility: string } | null {
  const match = /^\s*([A-Fa-f])\s*[-–/|,:. ]?\s*([1-6])\s*$/.exec(text);
  return match?.[1] && match[2] ? { reliability: match[1].toUpperCase(), credibility: match[2] } : null;
}

const RELIABILITY = [
  ["completely reliable", "reliable", "zuverlassig", "totalement fiable"],
  ["usually reliable", "normally reliable", "in der regel zuverlassig", "habituellement fiable"],
  ["fairly reliable", "relativ zuverlassig", "assez fiable"],
  ["not usually reliable", "nicht immer zuverlassig", "pas toujours fiable"],
  ["unreliable", "unzuverlassig", "peu sur"],
  [
    "reliability cannot be judged",
    "cannot be judged",
    "unknown",
    "untested",
    "nicht beurteilbar",
    "ne peut etre evaluee",
  ],
];
const CREDIBILITY = [
  ["confirmed", "confirmed by other sources", "bestatigt", "confirmee"],
  ["probably true", "wahrscheinlich", "probablement vraie"],
  ["possibly true", "moglich", "possiblement vraie"],
  ["doubtful", "doubtfully true", "zweifelhaft", "douteuse"],
  ["improbable", "improbable report", "unwahrscheinlich"],
  ["truth cannot be judged", "cannot be judged", "unknown", "nicht beurteilbar"],
];

const foldWords = (text: string) =>
  matchingKey(text.replace(/[\p{P}\p{S}]+/gu, " "))
    .replace(/\s+/g, " ")
    .trim();

/** A letter alone, in brackets or before its words; else its words alone. */
function looseReliability(text: string, pair: boolean): string | null {
  const both = pair ? readPair(text) : null;
  if (both) return both.reliability;
  const letter = /^\s*([A-Fa-f])(?:\s*[-–:.)=(]\s*\D.*)?$/s.exec(text)?.[1] ?? /\(([A-F])\)\s*$/.exec(text)?.[1];
  if (letter) return letter.toUpperCase();
  const at = RELIABILITY.findIndex((words) => words.includes(foldWords(text)));
  return at < 0 ? null : ("ABCDEF"[at] ?? null);
}

function looseCredibility(text: string, pair: boolean): string | null {
  const both = pair ? readPair(text) : null;
  if (both) return both.credibility;
  const figure = /^\s*([1-6])(?:[.,]0)?(?:\s*[-–:.)=(]\s*\D.*)?$/s.exec(text)?.[1] ?? /\(([1-6])\)\s*$/.exec(text)?.[1];
  if (figure) return figure;
  const at = CREDIBILITY.findIndex((words) => words.includes(foldWords(text)));
  return at < 0 ? null : String(at + 1);
}

type Words = Record<string, string>;
const CONFIDENCE: Words = {
  low: "low, l, low confidence, faible, niedrig, gering, baja, bajo, منخفضة, منخفض, низкая, низкий, низька",
  moderate:
    "moderate, medium, med, m, moderate confidence, medium confidence, moyenne, moyen, mittel, media, medio, moderada, متوسطة, متوسط, средняя, средний, середня",
  high: "high, h, high confidence, haute, elevee, eleve, hoch, alta, alto, عالية, عال, высокая, высокий, висока",
};
const STATUS: Words = {
  draft: "draft, new, open, entwurf, neu, brouillon, borrador, مسودة, черновик, чернетка",
  reviewed:
    "reviewed, checked, approved, verified, gepruft, verifie, valide, revisado, تمت المراجعة, проверено, перевірено",
  retracted: "retracted, withdrawn, zuruckgezogen, retire, retirado, مسحوب, отозвано, відкликано",
};
const LANGUAGE: Words = {
  en: "english, anglais, englisch, ingles, الانجليزية, انجليزي, английский, англійська, eng",
  ar: "arabic, arabe, arabisch, العربية, عربي, арабский, арабська, ara",
  fr: "french, francais, franzosisch, frances, الفرنسية, французский, французька, fra, fre",
  de: "german, allemand, deutsch, aleman, الالمانية, немецкий, німецька, ger, deu",
  es: "spanish, espagnol, spanisch, espanol, الاسبانية, испанский, іспанська, spa",
  ru: "russian, russe, russisch, ruso, الروسية, русский, російська, rus",
  uk: "ukrainian, ukrainien, ukrainisch, ucraniano, الاوكرانية, украинский, українська, ukr",
  fa: "persian, farsi, persan, persisch, persa, الفارسية, персидский",
  tr: "turkish, turc, turkisch, turco, التركية, турецкий",
  he: "hebrew, hebreu, hebraisch, hebreo, العبرية, иврит",
  zh: "chinese, chinois, chinesisch, chino, الصينية, китайский",
  ku: "kurdish, kurde, kurdisch, kurdo, الكردية, курдский",
};
const lists = new Map<Words, Map<string, string>>(
  [CONFIDENCE, STATUS, LANGUAGE].map((words) => [
    words,
    new Map(Object.entries(words).flatMap(([value, all]) => all.split(",").map((word) => [foldWords(word), value]))),
  ]),
);

const wordOf = (words: Words, text: string): string | null => lists.get(words)?.get(foldWords(text)) ?? null;

/** "www.example.org/a" and "example.org/a": an address that lacks its beginning. */
function looseAddress(text: string): string | null {
  const typed = text.trim();
  if (!/^(?:www\.)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?#]\S*)?$/u.test(typed)) return null;
  return URL.canParse(`https://${typed}`) ? `https://${typed}` : null;
}
