const RTL_LANGUAGES = new Set(["ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv", "arc", "syr", "iw"]);
const RTL_SCRIPTS = new Set(["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"]);
const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;
const LETTER = /\p{L}/gu;

/** The script of a language tag decides; where the language is unknown (`und`), most of the text's letters do. */
export function directionOf(language: string, text: string): "ltr" | "rtl" {
  const [primary = "und", ...rest] = language.split("-");
  const script = rest.find((part) => part.length === 4);
  if (script) return RTL_SCRIPTS.has(script) ? "rtl" : "ltr";
  if (primary !== "und") return RTL_LANGUAGES.has(primary) ? "rtl" : "ltr";
  const sample = text.slice(0, 5000);
  const letters = sample.match(LETTER)?.length ?? 0;
  return (sample.match(RTL_LETTER)?.length ?? 0) * 2 > letters ? "rtl" : "ltr";
}
