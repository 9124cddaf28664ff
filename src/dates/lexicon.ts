/** What a word or phrase means in a date. */
export type Lexeme =
  | { is: "month"; month: number }
  | { is: "part"; part: Part }
  | { is: "season"; season: number }
  | { is: "mark"; mark: "~" | "?" }
  | { is: "since" | "after" | "before" | "until" | "from" | "between" | "to" | "and" | "or" | "noise" };

/** Thirds as well as named weeks, halves and quarters: stretches of a month or a year. */
export type Part =
  | "early"
  | "mid"
  | "late"
  | `half-${1 | 2}`
  | `quarter-${1 | 2 | 3 | 4}`
  | `week-${1 | 2 | 3 | 4 | 5}`;

/** Brings a word to the form in which the tables below are written: lower case, no vowel marks, one form per letter. */
export const foldWord = (word: string) =>
  word
    .toLowerCase()
    .replace(/[\u0610-\u061A\u0640\u064B-\u065F\u0670\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/ة/g, "ه")
    .replace(/’/g, "'");

/** Digits of the Arabic scripts as 0 to 9, one for one, so that offsets stay. */
export const asciiDigits = (text: string) => text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const MONTHS = [
  "january jan يناير كانون_الثاني جانفي",
  "february feb فبراير شباط فيفري",
  "march mar مارس اذار",
  "april apr ابريل نيسان افريل",
  "may مايو ايار ماي",
  "june jun يونيو حزيران جوان",
  "july jul يوليو تموز جويليه",
  "august aug اغسطس اب اوت",
  "september sept sep سبتمبر ايلول",
  "october oct اكتوبر تشرين_الاول",
  "november nov نوفمبر تشرين_الثاني",
  "december dec ديسمبر كانون_الاول",
];

const SEASONS = ["spring ربيع", "summer صيف", "autumn fall خريف", "winter شتاء"];

const PARTS: Record<Part, string> = {
  early: "early beginning_of the_beginning_of start_of the_start_of اوائل مطلع بدايه مستهل",
  mid: "mid middle_of the_middle_of منتصف اواسط",
  late: "late end_of the_end_of اواخر نهايه",
  "half-1": "first_half h_1 النصف_الاول",
  "half-2": "second_half h_2 النصف_الثاني",
  "quarter-1": "first_quarter q_1 الربع_الاول",
  "quarter-2": "second_quarter q_2 الربع_الثاني",
  "quarter-3": "third_quarter q_3 الربع_الثالث",
  "quarter-4": "fourth_quarter last_quarter q_4 الربع_الرابع الربع_الاخير",
  "week-1": "first_week الاسبوع_الاول",
  "week-2": "second_week الاسبوع_الثاني",
  "week-3": "third_week الاسبوع_الثالث",
  "week-4": "fourth_week الاسبوع_الرابع",
  "week-5": "last_week final_week الاسبوع_الاخير",
};

const WORDS: [Lexeme, string][] = [
  [{ is: "mark", mark: "~" }, "about around approximately approx roughly circa ca c ~ نحو حوالي قرابه تقريبا"],
  [{ is: "mark", mark: "?" }, "possibly probably perhaps maybe ? ربما"],
  [{ is: "since" }, "since starting as_of منذ ابتداء_من اعتبارا_من"],
  [{ is: "after" }, "after later_than بعد"],
  [{ is: "before" }, "before prior_to earlier_than قبل"],
  [{ is: "until" }, "until till up_to by no_later_than not_later_than حتي"],
  [{ is: "from" }, "from من"],
  [{ is: "between" }, "between بين ما_بين"],
  [{ is: "to" }, "to through thru - الي"],
  [{ is: "and" }, "and & و"],
  [{ is: "or" }, "or او"],
  [
    { is: "noise" },
    "the of on in at during dated day month year ad ce , . في خلال يوم شهر عام سنه بتاريخ م sunday monday tuesday " +
      "wednesday thursday friday saturday sun mon tue tues wed thu thurs fri sat الاحد الاثنين الثلاثاء الاربعاء " +
      "الخميس الجمعه السبت",
  ],
];

export const LONGEST_PHRASE = 3;

/** Phrases by their folded words, joined by single spaces. */
export const LEXICON: ReadonlyMap<string, Lexeme> = new Map(
  [
    ...MONTHS.map((names, index): [Lexeme, string] => [{ is: "month", month: index + 1 }, names]),
    ...SEASONS.map((names, season): [Lexeme, string] => [{ is: "season", season }, names]),
    ...Object.entries(PARTS).map(([part, names]): [Lexeme, string] => [{ is: "part", part: part as Part }, names]),
    ...WORDS,
  ].flatMap(([lexeme, names]) => names.split(" ").map((name): [string, Lexeme] => [name.replaceAll("_", " "), lexeme])),
);
