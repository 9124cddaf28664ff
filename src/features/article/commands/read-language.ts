import { detect } from "tinyld";
import { directionOf } from "../rules/direction";

/** BCP 47 tag of the text: the one given, else detected, else `und`; and the direction it is written in. */
export function readLanguage(given: string | null | undefined, text: string) {
  const language = given || detect(text.slice(0, 5000)) || "und";
  return { language, direction: directionOf(language, text) };
}
