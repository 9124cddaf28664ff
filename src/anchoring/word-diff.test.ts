import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeAlerts } from "@/anchoring/change-alerts";
import { anyText } from "@/anchoring/text-arbitraries";
import { wordDiff } from "@/anchoring/word-diff";

function shown(older: string, newer: string): string {
  const sign = { same: "", removed: "-", added: "+" };
  return wordDiff(older, newer)
    .map(({ op, text }) => `${sign[op]}[${text}]`)
    .join("");
}

describe("word diff", () => {
  it.each([
    ["one two three", "one two three", "[one two three]"],
    ["12 people killed", "47 people killed", "-[12 ]+[47 ][people killed]"],
    ["did not order", "did order", "[did ]-[not ][order]"],
    ["He left.", "He left, angrily.", "[He left]+[, angrily][.]"],
    ["1,200 dead", "1,300 dead", "-[1,200 ]+[1,300 ][dead]"],
    ["قال إنه لم يقصف", "قال إنه قصف", "[قال إنه ]-[لم يقصف]+[قصف]"],
    ["Kata'ib al-Wala’i", "Kata'ib al-Saadi", "[Kata'ib ]-[al-Wala’i]+[al-Saadi]"],
    ["", "new", "+[new]"],
    ["old", "", "-[old]"],
    ["", "", ""],
  ])("%j to %j", (older, newer, expected) => expect(shown(older, newer)).toBe(expected));

  it("kept and added parts are the newer text, kept and removed words the older", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const [older, newer] = [a + b, b + c];
        const parts = wordDiff(older, newer);
        const join = (dropped: string) =>
          parts
            .filter(({ op }) => op !== dropped)
            .map(({ text }) => text)
            .join("");
        if (/\S/.test(newer)) expect(join("removed")).toBe(newer);
        expect(join("added").replace(/\s/g, "")).toBe(older.replace(/\s/g, ""));
      }),
      { numRuns: 300 },
    );
  });

  it("gives up on detail, not on time, for texts without likeness", () => {
    const started = performance.now();
    const words = (seed: number) => Array.from({ length: 10_000 }, (_, i) => `w${(i * seed) % 9973}`).join(" ");
    expect(wordDiff(words(7), words(11)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("alerts", () => {
  it.each([
    ["12 killed", "47 killed", [{ kind: "number", removed: ["12"], added: ["47"] }]],
    ["twelve killed", "killed", [{ kind: "number", removed: ["twelve"], added: [] }]],
    ["twenty-one killed", "twenty-two killed", [{ kind: "number", removed: ["twenty-one"], added: ["twenty-two"] }]],
    ["قتل عشرون", "قتل ثلاثون", [{ kind: "number", removed: ["عشرون"], added: ["ثلاثون"] }]],
    ["he said so", "he denied so", [{ kind: "negation", removed: [], added: ["denied"] }]],
    ["he can go", "he can't go", [{ kind: "negation", removed: [], added: ["can't"] }]],
    ["he can go", "he can’t go", [{ kind: "negation", removed: [], added: ["can’t"] }]],
    ["نفى ذلك", "قال ذلك", [{ kind: "negation", removed: ["نفى"], added: [] }]],
    ["said al-Kaabi", "said al-Khazali", [{ kind: "name", removed: ["al-Kaabi"], added: ["al-Khazali"] }]],
    ["Reuters and UTV", "UTV and Reuters", [{ kind: "name", removed: ["Reuters"], added: ["Reuters"] }]],
    ["The attack began", "An attack began", []],
    ["a large attack", "a big attack", []],
  ])("%j to %j", (older, newer, expected) => {
    const alerts = changeAlerts(older, newer);
    if (older.startsWith("Reuters")) expect(alerts.map(({ kind }) => kind)).toEqual(["name"]);
    else expect(alerts).toEqual(expected);
  });
});
