import { describe, expect, it, test } from "vitest";
import { type ArticlePrint, fingerprintOf } from "@/features/article/rules/fingerprint";
import { overlapOf } from "@/features/article/rules/shingles";
import { copiesAmong, pairsOf } from "./copy-pairs";
import { inOrder, maybeAlike } from "./copy-signals";

const WIRE = `Iran-aligned factions in Iraq stopped striking American forces in early February, after a commander came to
Baghdad, several sources said. He warned them that 1,472 more dead would bring a hard answer, at a cost of 12.75 billion.`;

function print(outlet: string, text: string, more: Partial<ArticlePrint> = {}): ArticlePrint {
  const published = { publishedMin: null, publishedMax: null, capturedAt: new Date("2024-02-18T00:00:00Z") };
  const labels = {
    articleId: outlet,
    title: `The factions, by ${outlet}`,
    author: null,
    outlet: { id: outlet, name: outlet },
  };
  return { ...labels, ...published, versionId: `text of ${outlet}`, ...fingerprintOf(text), ...more };
}

const day = (publishedMin: string, publishedMax = publishedMin) => ({ publishedMin, publishedMax });
const names = new Map([["Reuters", ["reuters", "رويترز"]]]);

/** What is found of two articles whose texts were compared. */
function found(a: ArticlePrint, b: ArticlePrint, texts: [string, string] = ["", ""], articlesWith = 2) {
  const pairs = pairsOf([a, b]);
  const overlaps = new Map(pairs.map((p) => [`${p.later.versionId} ${p.earlier.versionId}`, overlapOf(...texts)]));
  const common = new Map([...a.figures, ...b.figures].map((figure) => [figure, articlesWith]));
  return copiesAmong(pairs, { names, articlesWith: common, overlaps }).flatMap(({ signals }) =>
    signals.map(({ kind }) => kind),
  );
}

describe("which of two is the later", () => {
  const later = (a: Partial<ArticlePrint>, b: Partial<ArticlePrint>) =>
    inOrder(print("A", WIRE, a), print("B", WIRE, b)).later.outlet.name;
  const captured = (hour: number) => ({ capturedAt: new Date(Date.UTC(2024, 1, 18, hour)) });
  test.each([
    ["by the day of publication", day("2024-02-19"), day("2024-02-18"), "A"],
    [
      "whatever was brought in first",
      { ...day("2024-02-19"), ...captured(1) },
      { ...day("2024-02-18"), ...captured(2) },
      "A",
    ],
    [
      "by capture where the days are the same",
      { ...day("2024-02-18"), ...captured(1) },
      { ...day("2024-02-18"), ...captured(2) },
      "B",
    ],
    ["by capture where one day is unknown", { ...day("2024-02-18"), ...captured(2) }, captured(1), "A"],
    ["by their ids where nothing else tells", {}, {}, "B"],
  ])("%s", (_, a, b, expected) => {
    expect(later(a, b)).toBe(expected);
    expect(inOrder(print("B", WIRE, b), print("A", WIRE, a)).later.outlet.name).toBe(expected);
  });
});

describe("what speaks for a copy", () => {
  const wire = print("Reuters", WIRE, day("2024-02-18"));
  test.each([
    ["a shared passage", print("UTV", `BAGHDAD: ${WIRE}`, day("2024-02-19")), ["passage", "figures"]],
    [
      "a credit in the headline",
      print("UTV", "Otherwise.", { ...day("2024-02-19"), title: "Halt (Reuters)" }),
      ["credit"],
    ],
    ["a credit in Arabic", print("UTV", "بغداد (رويترز) - قالت الفصائل", day("2024-02-19")), ["credit"]],
    ["the same headline", print("UTV", "Otherwise.", { ...day("2024-02-19"), title: wire.title }), ["headline"]],
    ["shared figures", print("UTV", "They lost 1,472 men and 12.75 billion.", day("2024-02-19")), ["figures"]],
    ["one shared figure", print("UTV", "They lost 1,472 men.", day("2024-02-19")), []],
    ["nothing", print("UTV", "It rained in Basra.", day("2024-02-19")), []],
  ])("%s", (_, other, expected) => {
    const texts: [string, string] = other.shingles > 20 ? [WIRE, WIRE] : ["", ""];
    const expectation = expected.includes("headline") ? ["headline"] : expected;
    expect(found(wire, other, texts)).toEqual(expectation);
  });

  it("is no figure that many texts have", () => {
    const other = print("UTV", "They lost 1,472 men and 12.75 billion.", day("2024-02-19"));
    expect(found(wire, other, ["", ""], 4)).toEqual([]);
  });

  it("is not looked for between two articles of one outlet", () => {
    expect(pairsOf([wire, { ...wire, articleId: "another" }])).toEqual([]);
  });

  it("compares texts only where they may be alike, and long enough to tell", () => {
    expect(maybeAlike(inOrder(wire, print("UTV", `BAGHDAD: ${WIRE}`)))).toBe(true);
    expect(maybeAlike(inOrder(wire, print("UTV", "It rained in Basra. ".repeat(9))))).toBe(false);
    expect(
      maybeAlike(inOrder(print("A", "It rained in Basra all day."), print("B", "It rained in Basra all day."))),
    ).toBe(false);
  });
});
