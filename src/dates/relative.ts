import type { Token } from "./tokens";

const COUNTS: Record<string, number> = Object.fromEntries(
  [
    "a an one واحد يوم",
    "two couple اثنين",
    "three ثلاثه ثلاث",
    "four اربعه اربع",
    "five خمسه خمس",
    "six سته ست",
    "seven سبعه سبع",
    "eight ثمانيه ثماني",
    "nine تسعه تسع",
    "ten عشره عشر",
    "eleven",
    "twelve",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1])),
);

type Unit = "day" | "week" | "month" | "year";

/** Arabic units by form: one of them, two of them, several. */
const ARABIC_UNITS: [string, Unit, number | null][] = [
  ["يوم", "day", 1],
  ["يومين", "day", 2],
  ["ايام", "day", null],
  ["اسبوع", "week", 1],
  ["اسبوعين", "week", 2],
  ["اسابيع", "week", null],
  ["شهر", "month", 1],
  ["شهرين", "month", 2],
  ["اشهر", "month", null],
  ["شهور", "month", null],
  ["عام", "year", 1],
  ["سنه", "year", 1],
  ["عامين", "year", 2],
  ["سنتين", "year", 2],
  ["اعوام", "year", null],
  ["سنوات", "year", null],
];

const WEEKDAYS = [
  "sunday الاحد",
  "monday الاثنين",
  "tuesday الثلاثاء",
  "wednesday الاربعاء",
  "thursday الخميس",
  "friday الجمعه",
  "saturday السبت",
].map((names) => names.split(" "));

const DAYS: [RegExp, number][] = [
  [/^(?:today|tonight|(?:this )?(?:morning|afternoon|evening)|اليوم|هذا اليوم)$/, 0],
  [/^(?:yesterday(?: (?:morning|afternoon|evening|night))?|last night|(?:يوم )?امس|البارحه)$/, -1],
  [/^(?:(?:the )?day before yesterday|اول (?:من )?امس)$/, -2],
  [/^(?:tomorrow|غدا)$/, 1],
];

const COUNTED =
  /^(?:(?:some|about|around|nearly|almost|roughly) )?(\d+|[a-z]+)(?: of)? (day|week|month|year)s? (ago|earlier|before|previously|prior|later|after|afterwards)$/;
const ARABIC_COUNTED = /^(قبل|منذ|بعد) (?:نحو |حوالي )?(?:(\d+|\S+) )?(\S+)$/;
const NAMED = /^(?:(early|mid|late) (?:- )?)?(last|past|previous|this|next|following) (week|month|year)$/;
const ARABIC_NAMED =
  /^(?:(اوائل|مطلع|منتصف|اواخر|نهايه) )?(الاسبوع|الشهر|العام|السنه) (الماضي|الماضيه|الفائت|المنصرم|الحالي|الجاري|المقبل|القادم)$/;
const WEEKDAY = /^(?:(?:last|this|past) )?(?:يوم )?(\S+)(?: (?:الماضي|الفائت|المنصرم))?$/;

const phraseOf = (tokens: readonly Token[]) =>
  tokens
    .map(({ text }) => text)
    .filter((text) => /[\p{L}\p{N}-]/u.test(text))
    .join(" ")
    .replace(/^(?:on|in|during|في|خلال) /, "")
    .replace(/^the (?=last|past|previous|next|following)/, "");

/** Whether the words point at a day by another day. */
export const relativeWords = (tokens: readonly Token[]) => readRelative(tokens, "2000-01-01") !== null;

/** The EDTF of words such as "yesterday", "two weeks earlier", "last month", "الشهر الماضي"; null for others. */
export function readRelative(tokens: readonly Token[], reference: string | null): string | null {
  if (reference === null || tokens.length === 0 || tokens.length > 7) return null;
  const phrase = phraseOf(tokens);
  const day = DAYS.find(([pattern]) => pattern.test(phrase));
  if (day) return shift(reference, day[1], "day");
  return counted(phrase, reference) ?? named(phrase, reference) ?? weekday(phrase, reference);
}

function counted(phrase: string, reference: string): string | null {
  const english = COUNTED.exec(phrase);
  if (english) {
    const [, count = "", unit = "", direction = ""] = english;
    const number = COUNTS[count] ?? Number(count);
    const forward = /^(?:later|after)/.test(direction);
    return Number.isInteger(number) ? apart(reference, forward ? number : -number, unit as Unit) : null;
  }
  const arabic = ARABIC_COUNTED.exec(phrase);
  const found = ARABIC_UNITS.find(([name]) => name === arabic?.[3]);
  if (!arabic || !found) return null;
  const [, unit, implied] = found;
  const number = arabic[2] === undefined ? implied : (COUNTS[arabic[2]] ?? Number(arabic[2]));
  if (number === null || !Number.isInteger(number)) return null;
  return apart(reference, arabic[1] === "بعد" ? number : -number, unit);
}

/** Days are meant as counted; weeks, months and years roughly, and no finer than their unit says. */
function apart(reference: string, count: number, unit: Unit): string | null {
  if (Math.abs(count) > 400) return null;
  return unit === "day" ? shift(reference, count, unit) : `${shift(reference, count, unit)}~`;
}

function named(phrase: string, reference: string): string | null {
  const english = NAMED.exec(phrase);
  const arabic = ARABIC_NAMED.exec(phrase);
  const part = english?.[1] ?? arabic?.[1];
  const which = english?.[2] ?? arabic?.[3];
  const unit = english?.[3] ?? arabic?.[2];
  if (which === undefined || unit === undefined) return null;
  const step = /^(?:this|الحالي|الجاري)$/.test(which) ? 0 : /^(?:next|following|المقبل|القادم)$/.test(which) ? 1 : -1;
  if (unit === "week" || unit === "الاسبوع")
    return part === undefined ? weekOf(shift(reference, step * 7, "day")) : null;
  const year = unit === "year" || unit === "العام" || unit === "السنه";
  const whole = shift(reference, step, year ? "year" : "month");
  return part === undefined ? whole : thirdOf(whole, part);
}

function thirdOf(whole: string, part: string): string {
  const third = /^(?:early|اوائل|مطلع)$/.test(part) ? 0 : /^(?:mid|منتصف)$/.test(part) ? 1 : 2;
  if (whole.length === 4) return `${whole}-${["01", "05", "09"][third]}~/${whole}-${["04", "08", "12"][third]}~`;
  const last = shift(`${whole}-01`, 1, "month");
  const end = third === 2 ? shift(`${last}-01`, -1, "day") : `${whole}-${third === 0 ? "10" : "20"}`;
  return `${whole}-${["01", "11", "21"][third]}~/${end}~`;
}

/** Weeks run from Monday to Sunday. */
function weekOf(day: string): string {
  const monday = shift(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7), "day");
  return `${monday}/${shift(monday, 6, "day")}`;
}

/** A weekday alone is the last one before the reference day. */
function weekday(phrase: string, reference: string): string | null {
  const name = WEEKDAY.exec(phrase)?.[1] ?? "";
  const wanted = WEEKDAYS.findIndex((names) => names.includes(name));
  if (wanted < 0) return null;
  const today = new Date(`${reference}T00:00:00Z`).getUTCDay();
  return shift(reference, -((today - wanted + 7) % 7 || 7), "day");
}

/** A day, month or year so many units away, in the unit's precision (weeks: days). */
function shift(reference: string, count: number, unit: Unit): string {
  const [year = 0, month = 1, day = 1] = reference.split("-").map(Number);
  const date = new Date(0);
  if (unit === "year") date.setUTCFullYear(year + count, 0, 1);
  else if (unit === "month") date.setUTCFullYear(year, month - 1 + count, 1);
  else date.setUTCFullYear(year, month - 1, day + count * (unit === "week" ? 7 : 1));
  return date.toISOString().slice(0, unit === "year" ? 4 : unit === "month" ? 7 : 10);
}
