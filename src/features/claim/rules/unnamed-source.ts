import { matchingKey } from "@/anchoring/normalise";

const folded = (list: string) => new Set(list.split(/\s+/).filter(Boolean).map(matchingKey));

/** Words that by themselves name nobody. */
const NOBODY = folded(`source sources official officials witness witnesses eyewitness eyewitnesses resident residents
  diplomat diplomats insider insiders informant informants observer observers local locals villagers reports`);

/** A function that a certain person may hold: names nobody only where it is one of several. */
const FUNCTIONS = folded(`commander commanders leader leaders member members officer officers lawmaker lawmakers
  politician politicians adviser advisers advisor advisors aide aides person people spokesman spokeswoman spokesperson
  soldier soldiers fighter fighters journalist journalists correspondent doctor doctors medic medics activist activists
  analyst analysts expert experts employee employees worker workers user users figure figures minister ministers
  mp mps parliamentarian parliamentarians neighbour neighbours neighbor neighbors`);

const SEVERAL =
  folded(`a an one two three four five six seven eight nine ten several some many few multiple various numerous other
  another unnamed anonymous unidentified undisclosed`);

const SAID_TO_BE_UNNAMED = folded("unnamed anonymous anonymously anonymity unidentified undisclosed");

/** What follows a noun and says more of it. */
const FOLLOWS = folded(`in of from at on for with within inside near who which that close familiar briefed involved
  speaking told aware to by`);

/** "Open sources" are texts that anybody can read. */
const NO_PERSON = folded("open");

const ARABIC_NOBODY = folded(`مصدر مصادر مصدران مصدرين مسؤول مسؤولون مسؤولين مسؤولان مسئول مسئولون مسئولين شاهد شاهدان
  شهود دبلوماسي دبلوماسيون دبلوماسيين دبلوماسيان سكان أهالي مراقبون مراقبين مطلعون مطلعين`);

const ARABIC_FUNCTIONS = folded(`قيادي قياديون قياديين قياديان ضابط ضباط نائب نواب سياسي سياسيون سياسيين ناشط ناشطون
  ناشطين خبير خبراء محلل محللون محللين مستشار مستشارون عضو أعضاء شخص أشخاص جندي جنود مقاتل مقاتلون صحفي صحفيون طبيب أطباء`);

const ARABIC_SEVERAL = folded("أحد إحدى بعض عدة عدد من اثنان اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة كبار");

/** Joins a description of somebody, or says more of them. */
const ARABIC_FOLLOWS = folded(`في من عن على إلى لدى داخل ضمن قرب طلب طلبوا لم رفض فضل تحدث بشرط مقرب مقربة مقربون
  مقربين و`);

const ARABIC_DESCRIBES = folded("رفيع المستوى مطلع مجهول خاص موثوق كبير بارز سابق مسؤول آخر مختلف متطابق عليم");

/**
 * Whether a source, as it is credited, is nobody in particular: "a security source", "two Iraqi officials", "مصدر أمني".
 * Two outlets that credit such words need not mean the same person.
 */
export function isUnnamedSource(name: string): boolean {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.'’-]*|[,،;:]/gu) ?? [];
  if (words.some((word) => SAID_TO_BE_UNNAMED.has(matchingKey(word)))) return true;
  return /\p{Script=Arabic}/u.test(name) ? isUnnamedInArabic(words) : isUnnamedInEnglish(words);
}

/** The noun stands last before what says more of it; a name after a comma makes it somebody. */
function isUnnamedInEnglish(words: string[]): boolean {
  const comma = words.findIndex((word) => /^[,;:]$/.test(word));
  if (comma >= 0 && /^\p{Lu}/u.test(words[comma + 1] ?? "")) return false;
  const keys = (comma >= 0 ? words.slice(0, comma) : words).map(matchingKey);
  const follows = keys.findIndex((key, at) => at > 0 && FOLLOWS.has(key));
  const noun = follows > 0 ? keys.slice(0, follows) : keys;
  const head = noun.at(-1) ?? "";
  if (noun.some((key) => NO_PERSON.has(key))) return false;
  if (NOBODY.has(head)) return true;
  const first = noun[0] ?? "";
  return FUNCTIONS.has(head) && (SEVERAL.has(first) || /^\d+$/.test(first) || (isMany(head) && first !== "the"));
}

const isMany = (noun: string) => noun === "people" || noun.endsWith("s");

/** The noun stands first, its adjectives after it; anything else after it is a name or an office. */
function isUnnamedInArabic(words: string[]): boolean {
  const keys = words.map(matchingKey);
  let at = 0;
  while (ARABIC_SEVERAL.has(keys[at] ?? "") || /^\d+$/.test(keys[at] ?? "")) at += 1;
  const head = keys[at] ?? "";
  const isDefinite = head.startsWith("ال");
  const bare = isDefinite ? head.slice(2) : head;
  const oneOfSeveral = at > 0 || !isDefinite;
  if (!ARABIC_NOBODY.has(bare) && !(ARABIC_FUNCTIONS.has(bare) && oneOfSeveral)) return false;
  for (const key of keys.slice(at + 1)) {
    if (isArabicPreposition(key)) return true;
    if (!describes(key, isDefinite || at > 0)) return false;
  }
  return true;
}

const isArabicPreposition = (key: string) =>
  ARABIC_FOLLOWS.has(key) || /^[,،;:]$/.test(key) || /^(?:بال|لل|وال)\p{L}/u.test(key);

/** An adjective of origin or kind ("أمني", "عراقية"); after a definite noun it is definite, too. */
function describes(key: string, maybeDefinite: boolean): boolean {
  const isDefinite = key.startsWith("ال");
  if (isDefinite && !maybeDefinite) return ARABIC_DESCRIBES.has(key);
  const bare = key.replace(/^و?(?:ال)?/u, "");
  if (ARABIC_DESCRIBES.has(key) || ARABIC_DESCRIBES.has(bare)) return true;
  return /(?:ي|يه|يون|يين|يان|يتان|ين|ون|ان)$/u.test(bare) && (isDefinite || key !== "علي");
}

/** The words by which unnamed sources are told apart: without "a" and "the". */
export const wordingOf = (name: string): string => matchingKey(name).replace(/^(?:an?|the) /, "");
