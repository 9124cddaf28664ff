import { describe, expect, it } from "vitest";
import type { ContradictionAbout } from "@/features/relation/schema";
import { tellingDifferences } from "./telling-differences";

const TABLE: [string, ContradictionAbout | null, string, string, string[]][] = [
  ["a number", "number", "Twelve people drowned near Karsk.", "Nineteen people drowned near Omsk.", ["Twelve"]],
  ["the same number, in a word and in digits", "number", "Twelve people drowned.", "12 people drowned.", []],
  ["a number where the other has none", "number", "Twelve people drowned.", "People drowned.", []],
  ["digits with separators", "number", "1,200 fled.", "1200 fled, and 3 stayed.", []],
  ["a date", "time", "It happened on 18 February 2024.", "It was on 21 February 2024.", ["18 February 2024"]],
  ["a date that may be the other", "time", "It happened on 18 February 2024.", "It was in February 2024.", []],
  ["figures of a date are no numbers", "number", "On 18 February 2024, 12 died.", "On 21 May 2023, 12 died.", []],
  ["a negation", "occurrence", "The group did not stop its attacks.", "The group stopped its attacks.", ["not"]],
  [
    "what ends against what goes on",
    "occurrence",
    "The group announced that it was suspending its attacks.",
    "Those opposing an end to the attacks are its men.",
    ["suspending"],
  ],
  ["what goes on against what ends", "occurrence", "They opposed ending it.", "They suspended it.", ["opposed"]],
  ["the same turn of things", "occurrence", "They halted the attacks.", "They stopped attacking.", []],
  ["what is lacking is no denial", "occurrence", "It went on without publicity.", "It was public.", []],
  ["an Arabic turn of things", "occurrence", "علقت الكتائب هجماتها.", "استمرت هجمات الكتائب.", ["علقت"]],
  ["a denial against a denial", "occurrence", "He denied it.", "She never said so.", []],
  [
    "names",
    "actor",
    "The strike was ordered by Qais al-Khazali.",
    "It was ordered by Ahmed Talal.",
    ["Qais al-Khazali"],
  ],
  ["the same name", "actor", "It was ordered by Qais al-Khazali.", "Later Qais al-Khazali ordered it.", []],
  ["a place", "place", "The talks were held in Basra.", "The talks were held in Baghdad.", ["Basra"]],
  ["names where the dispute is on a number", "number", "In Basra 3 died.", "In Baghdad 4 died.", ["3"]],
  ["a capital that begins a sentence", "actor", "Attacks were led by Talal.", "Raids were led by Omar.", ["Talal"]],
  ["nothing named: figures, dates and negations", null, "In Basra 3 died.", "In Baghdad nobody of 4 died.", ["3"]],
  ["an Arabic number", "number", "قتل ١٢ شخصا في الهجوم.", "قتل تسعة أشخاص في الهجوم.", ["١٢"]],
  ["the same number in two languages", "number", "قتل ١٢ شخصا.", "Twelve people were killed.", []],
  ["an Arabic negation", "occurrence", "لم تتوقف الهجمات.", "توقفت الهجمات.", ["لم"]],
  ["an Arabic date", "time", "عقد الاجتماع في 25 أكتوبر 2024.", "عقد الاجتماع في 28 أكتوبر 2024.", ["25 أكتوبر 2024"]],
  ["an Arabic place", "place", "عقد الاجتماع في البصرة.", "عقد الاجتماع في بغداد.", ["البصرة"]],
  ["names of two scripts", "actor", "It was ordered by Qais al-Khazali.", "عقد الاجتماع في بغداد.", []],
];

describe("what differs in the words", () => {
  it.each(TABLE)("%s", (_, about, text, other, words) => {
    const found = tellingDifferences(text, "2024-10-30", [{ texts: [other], saidOn: "2024-10-30", about }]);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });

  it("differs from any of several, once, in the order of the text", () => {
    const opposed = [
      { texts: ["Three died on 2 May 2024."], saidOn: null, about: "number" as const },
      { texts: ["Three died on 2 May 2024."], saidOn: null, about: "time" as const },
      { texts: ["Four died."], saidOn: null, about: "number" as const },
    ];
    const found = tellingDifferences("Five died on 1 May 2024.", null, opposed);
    expect(found.map(({ kind }) => kind)).toEqual(["number", "time"]);
  });

  it("reads a statement and a quote together", () => {
    const opposed = [{ texts: ["People died.", "12 people died"], saidOn: null, about: null }];
    expect(tellingDifferences("12 died", null, opposed)).toEqual([]);
  });
});
