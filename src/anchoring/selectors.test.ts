import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPlainText } from "@/anchoring/plain-text";
import { locateQuote, makeSelector, spanProblem, verifyAnchor } from "@/anchoring/selectors";
import { anyText } from "@/anchoring/text-arbitraries";

const REPORT =
  "Reuters said 12 people were killed in Najaf. UTV did not confirm it. " +
  "Later, Reuters said 12 people were killed in Basra. قَالَ المُتَحَدِّثُ: “لم نَقصِف”. 😀 End.";

function wordsAt({ start, end }: { start: number; end: number }): string {
  return REPORT.slice(start, end);
}

describe("anchors", () => {
  it.each([
    ["the very words", { start: 0, end: 7, exact: "Reuters" }, { ok: true }],
    [
      "other words",
      { start: 0, end: 7, exact: "Reuter5" },
      { ok: false, problem: "different-words", actual: "Reuters" },
    ],
    [
      "other case",
      { start: 0, end: 7, exact: "reuters" },
      { ok: false, problem: "different-words", actual: "Reuters" },
    ],
    ["nothing", { start: 3, end: 3, exact: "" }, { ok: false, problem: "empty" }],
    ["only space", { start: 7, end: 8, exact: " " }, { ok: false, problem: "empty" }],
    ["backwards", { start: 7, end: 0, exact: "Reuters" }, { ok: false, problem: "outside" }],
    ["before the text", { start: -1, end: 2, exact: "Re" }, { ok: false, problem: "outside" }],
    ["beyond the text", { start: 0, end: 9999, exact: REPORT }, { ok: false, problem: "outside" }],
    ["fractions", { start: 0.5, end: 7, exact: "Reuters" }, { ok: false, problem: "outside" }],
    ["no number", { start: Number.NaN, end: 7, exact: "Reuters" }, { ok: false, problem: "outside" }],
  ])("%s", (_, anchor, expected) => expect(verifyAnchor(REPORT, anchor)).toEqual(expected));

  it("refuses half a character", () => {
    const at = REPORT.indexOf("😀");
    expect(spanProblem(REPORT, { start: at + 1, end: at + 4 })).toBe("splits-character");
    expect(spanProblem(REPORT, { start: at, end: at + 1 })).toBe("splits-character");
    expect(() => makeSelector(REPORT, at, at + 1)).toThrow(RangeError);
  });

  it("tells vowelled from bare words", () => {
    const at = REPORT.indexOf("قَالَ");
    expect(verifyAnchor(REPORT, { start: at, end: at + 5, exact: "قال" }).ok).toBe(false);
  });

  it("takes surroundings without cutting a character", () => {
    const text = `${"😀".repeat(20)}x${"😀".repeat(20)}`;
    const selector = makeSelector(text, 40, 41, 31);
    expect(selector).toEqual({ start: 40, end: 41, exact: "x", prefix: "😀".repeat(15), suffix: "😀".repeat(15) });
  });

  it("whatever is selected verifies, and is found again by its surroundings or its offsets", () => {
    fc.assert(
      fc.property(anyText, fc.nat(200), fc.nat(60), (input, from, length) => {
        const { text } = fromPlainText(input);
        const span = { start: from, end: from + length };
        fc.pre(spanProblem(text, span) === null);
        const selector = makeSelector(text, span.start, span.end);
        expect(verifyAnchor(text, selector)).toEqual({ ok: true });
        expect(locateQuote(text, selector)).toEqual({ kind: "found", ...span });
        const { exact, prefix, suffix } = selector;
        const again = locateQuote(text, { exact, prefix, suffix });
        if (again.kind === "found") expect(again).toEqual({ kind: "found", ...span });
        else expect(again.kind === "ambiguous" && again.candidates).toContainEqual(span);
      }),
      { numRuns: 400 },
    );
  });
});

describe("locating a quote", () => {
  it("finds words that stand there once", () => {
    const found = locateQuote(REPORT, { exact: "UTV did not confirm it" });
    expect(found.kind === "found" && wordsAt(found)).toBe("UTV did not confirm it");
  });

  it("asks when several places have the words", () => {
    const answer = locateQuote(REPORT, { exact: "12 people were killed" });
    expect(answer).toMatchObject({ kind: "ambiguous", literal: true });
    expect(answer.kind === "ambiguous" && answer.candidates.map(wordsAt)).toEqual([
      "12 people were killed",
      "12 people were killed",
    ]);
  });

  it.each([
    ["suffix", { suffix: " in Basra" }],
    ["prefix", { prefix: "Later, Reuters said " }],
    ["prefix with other spaces and quotes", { prefix: "later,  Reuters said " }],
  ])("tells them apart by %s", (_, context) => {
    const answer = locateQuote(REPORT, { exact: "12 people were killed", ...context });
    expect(answer).toMatchObject({ kind: "found", start: REPORT.lastIndexOf("12 people") });
  });

  it("never moves a quote away from the offsets that were given", () => {
    const answer = locateQuote(REPORT, { exact: "UTV did not confirm it", start: 0, end: 22 });
    expect(answer).toMatchObject({ kind: "mismatch", problem: "different-words", actual: REPORT.slice(0, 22) });
    expect(answer.kind === "mismatch" && answer.candidates.map(wordsAt)).toEqual(["UTV did not confirm it"]);
  });

  it("takes one offset for both", () => {
    expect(locateQuote(REPORT, { exact: "Reuters", start: 0 })).toEqual({ kind: "found", start: 0, end: 7 });
    expect(locateQuote(REPORT, { exact: "Reuters", end: 7 })).toEqual({ kind: "found", start: 0, end: 7 });
  });

  it.each([
    ["spaces", "UTV did\nnot  confirm it", "UTV did not confirm it"],
    ["quotation marks", '"لم نَقصِف"', "“لم نَقصِف”"],
    ["vowel marks", "قال المتحدث", "قَالَ المُتَحَدِّثُ"],
    ["case", "utv DID not", "UTV did not"],
    ["bidi marks", "\u202bUTV\u202c did not", "UTV did not"],
  ])("offers the text's own words where only %s differ", (_, exact, actual) => {
    const answer = locateQuote(REPORT, { exact });
    expect(answer).toMatchObject({ kind: "inexact", exact: actual });
    expect(answer.kind === "inexact" && wordsAt(answer)).toBe(actual);
  });

  it("does not take part of a word for the word", () => {
    expect(locateQuote("The Iranians left.", { exact: "iran" }).kind).toBe("absent");
  });

  it.each([
    ["a changed number", "UTV did not confirm 47", "UTV did not confirm"],
    ["a lost negation", "UTV did confirm it", "UTV did not confirm it"],
    [
      "another name",
      "Reuters said 12 people were killed in Mosul. UTV",
      "Reuters said 12 people were killed in Najaf. UTV",
    ],
  ])("%s is absent, and the nearest passage is only shown", (_, exact, nearest) => {
    expect(locateQuote(REPORT, { exact })).toMatchObject({ kind: "absent", nearest: { exact: nearest } });
  });

  it.each(["", "  ", "Nothing of the kind was ever said by anyone"])("finds nothing for %j", (exact) =>
    expect(locateQuote(REPORT, { exact })).toEqual({ kind: "absent" }),
  );

  it("is quick on long texts, and not slowed down by hostile ones", () => {
    const started = performance.now();
    locateQuote("a".repeat(300_000), { exact: `b${"a".repeat(9_999)}` });
    locateQuote("a".repeat(300_000), { exact: "a".repeat(9_999), prefix: "b" });
    locateQuote("word ".repeat(40_000), { exact: "word ".repeat(2_000), start: 3 });
    locateQuote("word ".repeat(40_000), { exact: `${"word ".repeat(1_000)}other` });
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
