import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPlainText } from "@/anchoring/plain-text";
import { reanchorer } from "@/anchoring/reanchor";
import { spanProblem } from "@/anchoring/selectors";
import { anyText } from "@/anchoring/text-arbitraries";

/** Reanchors the words between brackets in the older text. */
function move(older: string, newer: string) {
  const start = older.indexOf("[");
  const end = older.indexOf("]") - 1;
  const before = fromPlainText(older.replace(/[[\]]/g, ""));
  const after = fromPlainText(newer);
  const answer = reanchorer(before, after)({ start, end });
  const place = answer.kind === "changed" ? answer.suggestion : answer.kind === "orphaned" ? undefined : answer;
  return { ...answer, words: place && after.text.slice(place.start, place.end) };
}

const REST = "Nobody else spoke. The talks went on all night.";

describe("a quote in a newer version", () => {
  it.each([
    [
      "nothing changed",
      `A start. Reuters said [12 people were killed] in Najaf. ${REST}`,
      `A start. Reuters said 12 people were killed in Najaf. ${REST}`,
      "exact",
    ],
    [
      "something after it changed",
      `Reuters said [12 people were killed] in Najaf. ${REST}`,
      "Reuters said 12 people were killed in Najaf. Others spoke.",
      "exact",
    ],
    [
      "a paragraph was put before it",
      `Reuters said [12 people were killed] in Najaf. ${REST}`,
      `Updated on Monday.\n\nReuters said 12 people were killed in Najaf. ${REST}`,
      "moved",
    ],
    [
      "both sides changed",
      `A start. Reuters said [12 people were killed] in Najaf. ${REST}`,
      "Another start. Reuters said 12 people were killed in Najaf. Another end.",
      "moved",
    ],
    [
      "only spaces changed",
      `Begin. Reuters said [12 people were killed] in Najaf. ${REST}`,
      `Or begin. Reuters  said 12 people were killed in\u00a0Najaf. ${REST}!`,
      "moved",
    ],
    [
      "a quote of two sentences",
      "Begin. [One stands. Two stands.] End.",
      "Or begin. One stands. Two stands. The end.",
      "moved",
    ],
    ["Arabic with its vowel marks", "بداية. [قَالَ المُتَحَدِّث] ذلك. نهاية.", "مقدمة أخرى. قَالَ المُتَحَدِّث ذلك. خاتمة.", "moved"],
    ["an emoji before it", "😀 Begin. [It was so.] End.", "😀😀 Or begin. It was so. The end.", "moved"],
    [
      "it stands twice, but all before it is as it was",
      "[It was so.] A. It was so. B.",
      "It was so. A. It was so. C.",
      "exact",
    ],
  ])("is found for certain: %s", (_, older, newer, kind) => {
    const quoted = /\[(.*)\]/.exec(older)?.[1];
    expect(move(older, newer)).toMatchObject({ kind, words: quoted });
  });

  it.each([
    [
      "a changed number",
      "Reuters said [12 people were killed] in Najaf.",
      "Reuters said 47 people were killed in Najaf.",
      "47 people were killed",
      ["number"],
    ],
    [
      "a figure turned round",
      "It rose by [61.4 per cent] last year.",
      "It rose by 64.1 per cent last year.",
      "64.1 per cent",
      ["number"],
    ],
    [
      "a number word",
      "Reuters said [twelve people were killed] there.",
      "Reuters said twenty people were killed there.",
      "twenty people were killed",
      ["number"],
    ],
    [
      "a lost negation",
      "The general [did not order the attack] on Ain al-Asad.",
      "The general did order the attack on Ain al-Asad.",
      "did order the attack",
      ["negation"],
    ],
    [
      "a new denial around it",
      "The general said [he ordered the attack].",
      "The general denied he ordered the attack.",
      "he ordered the attack",
      ["negation"],
    ],
    [
      "a contraction",
      "They [do attack the bases] daily.",
      "They don't attack the bases daily.",
      "don't attack the bases",
      ["negation"],
    ],
    [
      "another name",
      "According to Reuters, [Qaani met the factions] in Baghdad.",
      "According to Reuters, Khazali met the factions in Baghdad.",
      "Khazali met the factions",
      ["name"],
    ],
    [
      "another speaker",
      "[Reuters said Iran stopped] the attacks.",
      "UTV said Iran stopped the attacks.",
      "UTV said Iran stopped",
      ["name"],
    ],
    [
      "Arabic negation",
      "قال المتحدث إن الفصائل [هاجرت القاعدة] يوم الاثنين.",
      "قال المتحدث إن الفصائل لم تهاجم القاعدة يوم الاثنين.",
      "لم تهاجم القاعدة",
      ["negation"],
    ],
    ["Arabic digits", "قتل [١٢ شخصا في النجف] أمس.", "قتل ٤٧ شخصا في النجف أمس.", "٤٧ شخصا في النجف", ["number"]],
    [
      "a mended typo",
      "The militias [recieved new orders] from Tehran.",
      "The militias received new orders from Tehran.",
      "received new orders",
      [],
    ],
  ])("is only suggested, with an alert where it matters: %s", (_, older, newer, words, kinds) => {
    const answer = move(`${older} ${REST}`, `${newer} ${REST}`);
    expect(answer).toMatchObject({ kind: "changed", words });
    expect(answer.kind === "changed" && answer.alerts.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("is only suggested where its sentence grew around it", () => {
    const answer = move(
      `Start. [Iran attacked the base.] ${REST}`,
      `Begin. Nobody claimed that Iran attacked the base. ${REST}`,
    );
    expect(answer).toMatchObject({ kind: "changed", why: "sentence-reworded" });
  });

  it("is only suggested where its sentence now stands twice", () => {
    const answer = move(`Start. [It was so.] ${REST}`, `It was so. Begin. It was so. End.`);
    expect(answer).toMatchObject({ kind: "changed", why: "several-places", words: "It was so." });
  });

  it("shows what changed, word by word", () => {
    const answer = move(
      `Start. Reuters said [12 people were killed]. ${REST}`,
      `Begin. Reuters said at least 47 people were killed. ${REST}`,
    );
    expect(answer.kind === "changed" && answer.diff).toEqual([
      { op: "same", text: "Reuters said " },
      { op: "removed", text: "12 " },
      { op: "added", text: "at least 47 " },
      { op: "same", text: "people were killed." },
    ]);
  });

  it.each([
    ["its sentence is gone", `Start. [The minister resigned on Tuesday.] ${REST}`, `Start. ${REST}`],
    ["all is gone", "[The minister resigned.]", "Completely different content here."],
    ["the newer text is empty", "[The minister resigned.]", ""],
    ["only a common word is left of it", `Start. [the] minister left. ${REST}`, "Begin. At the lake it rained."],
  ])("is orphaned where %s", (_, older, newer) => expect(move(older, newer).kind).toBe("orphaned"));
});

describe("whatever the texts", () => {
  it("moves by itself only to the very words", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.nat(80), fc.nat(40), (head, kept, tail, from, length) => {
        const older = fromPlainText(`${head}\n\n${kept}\n\n${tail}`);
        const newer = fromPlainText(`${tail}\n\n${kept}\n\n${head}`);
        const quote = { start: from, end: from + length };
        fc.pre(spanProblem(older.text, quote) === null);
        const answer = reanchorer(older, newer)(quote);
        if (answer.kind === "exact" || answer.kind === "moved") {
          expect(newer.text.slice(answer.start, answer.end)).toBe(older.text.slice(quote.start, quote.end));
        }
        if (answer.kind === "changed") {
          const { start, end, exact } = answer.suggestion;
          expect(newer.text.slice(start, end)).toBe(exact);
          expect(spanProblem(newer.text, { start, end })).toBeNull();
          expect(
            answer.diff
              .filter(({ op }) => op !== "removed")
              .map(({ text }) => text)
              .join("")
              .trim(),
          ).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("leaves every quote where it is when nothing changed", () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), fc.nat(40), (input, from, length) => {
        const canonical = fromPlainText(input);
        const quote = { start: from, end: from + length };
        fc.pre(spanProblem(canonical.text, quote) === null);
        expect(reanchorer(canonical, fromPlainText(canonical.text))(quote)).toEqual({ kind: "exact", ...quote });
      }),
    );
  });

  it("moves hundreds of quotes of a long article in a moment", () => {
    const article = Array.from(
      { length: 600 },
      (_, i) => `On day ${i} the council met and voted on motion ${i}. Then it left.`,
    );
    const older = fromPlainText(article.join("\n"));
    const newer = fromPlainText(
      ["Updated today.", ...article.map((line, i) => (i % 3 ? line : line.replace("met", "sat")))].join("\n"),
    );
    const started = performance.now();
    const reanchor = reanchorer(older, newer);
    const counts = { exact: 0, moved: 0, changed: 0, orphaned: 0 };
    for (const { start } of older.blocks.slice(0, 300)) counts[reanchor({ start, end: start + 30 }).kind] += 1;
    expect(counts).toEqual({ exact: 0, moved: 200, changed: 100, orphaned: 0 });
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);
});
