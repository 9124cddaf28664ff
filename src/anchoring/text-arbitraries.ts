import fc from "fast-check";

/** Fragments that break naive text code: marks, bidi controls, surrogates, line ends of every system. */
const FRAGMENTS = [
  "Iran ",
  "U.S. ",
  "12 killed",
  "did not ",
  "“Israel.”",
  "Kata'ib ",
  "قَالَ ",
  "الميليشيات",
  "إيران، ",
  "١٢ قتيلا",
  "שָׁלוֹם ",
  "צה״ל",
  "é",
  "e\u0301",
  "ﷺ",
  "ﬁ",
  "½",
  "👩‍👩‍👧",
  "🇮🇶",
  "𝒳",
  "\u200f",
  "\u202b",
  "\u2066",
  "\u00ad",
  "\ufeff",
  "\u00a0",
  "\u0000",
  "\u0007",
  "\ud83d",
  "\udc00",
  "\r\n",
  "\r",
  "\n\n",
  "\n- ",
  "\n1. ",
  "\n2. ",
  "\n> ",
  "\n## ",
  "\t",
  "   ",
  "\u2028",
  "한국",
  "\u1112\u1161\u11ab",
  "がぎ",
  "й",
  "क्षि",
  "?",
  ". ",
];

/** Text of any script, hostile on purpose. For tests. */
export const anyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(""));
