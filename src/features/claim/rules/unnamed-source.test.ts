import { describe, expect, test } from "vitest";
import { isUnnamedSource, wordingOf } from "./unnamed-source";

describe("nobody in particular", () => {
  test.each([
    "a security source",
    "officials",
    "two Iraqi sources",
    "Iraqi and Iranian sources",
    "U.S. officials",
    "Iranian officials",
    "a Nujaba official",
    "the official",
    "a source in the Ministry of Interior",
    "a security source close to Kataib Hezbollah",
    "an official, speaking on condition of anonymity",
    "a person familiar with the matter",
    "three people briefed on the talks",
    "several commanders",
    "an Iraqi lawmaker",
    "militia commanders",
    "eyewitnesses",
    "residents of Basra",
    "an unnamed adviser",
    "Western diplomats",
    "مصدر أمني",
    "مصادر أمنية",
    "مسؤول",
    "مسؤولون",
    "مسؤول عراقي رفيع المستوى",
    "مصدر في وزارة الداخلية",
    "مصدر مقرب من الحشد",
    "مصدران عراقيان",
    "شهود عيان",
    "المصدر الأمني",
    "أحد المسؤولين",
    "قيادي في النجباء",
    "مصادر عراقية وإيرانية",
  ])("%s", (name) => expect(isUnnamedSource(name)).toBe(true));
});

describe("somebody", () => {
  test.each([
    "Ahmed Mulla Talal",
    "Qais al-Khazali",
    "U.S. Central Command",
    "Islamic Resistance in Iraq",
    "Reuters",
    "Ahmed Yasin, a security official",
    "an official, Ahmed Yasin",
    "the Pentagon spokesman",
    "Senior official Ahmed Yasin",
    "the commander of the Quds Force",
    "Prime Minister Mohammed Shia al-Sudani",
    "official statement",
    "open sources",
    "Official Gazette",
    "Iranian state media",
    "قيس الخزعلي",
    "القيادي قيس الخزعلي",
    "النائب علي تركي",
    "نائب رئيس الوزراء",
    "أحمد ملا طلال",
    "القيادة المركزية الأمريكية",
    "وزارة الدفاع",
    "",
  ])("%s", (name) => expect(isUnnamedSource(name)).toBe(false));
});

test.each([
  ["a security source", "Security  Source"],
  ["The officials", "officials"],
  ["مصدرٌ أمنيّ", "مصدر امني"],
])("%s and %s are the same words", (a, b) => expect(wordingOf(a)).toBe(wordingOf(b)));
