import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setParagraph } from "./paragraph";

const linesOf = (text: string, width: number, direction: "ltr" | "auto" = "auto") =>
  setParagraph([{ text }], width, direction).lines.map(({ runs }) => runs.map((run) => run.text).join(""));

describe("a paragraph", () => {
  it("breaks after blanks, and where somebody began a new line", () => {
    expect(linesOf("one two three four", 4)).toEqual(["one two", "three", "four"]);
    expect(linesOf("one\n\ntwo", 10)).toEqual(["one", "", "two"]);
  });

  it("breaks a word that is longer than a line", () => {
    const lines = linesOf("https://example.org/a/very/long/address/that/never/ends", 8);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join("")).toBe("https://example.org/a/very/long/address/that/never/ends");
  });

  it("begins at the side that its first letter runs from", () => {
    expect(setParagraph([{ text: "قال إن الجسر مغلق" }], 40, "auto").fromRight).toBe(true);
    expect(setParagraph([{ text: "The bridge" }], 40, "auto").fromRight).toBe(false);
  });

  it("counts the letters that no face has", () => {
    expect(setParagraph([{ text: "桥 bridge" }], 40, "auto").missing).toBe(1);
    expect(setParagraph([{ text: "мост جسر bridge" }], 40, "auto").missing).toBe(0);
  });

  it("loses nothing and is never wider than its line", () => {
    const unit = fc.constantFrom("a", "b ", "w", "ب", "ج ", "1", "(", ") ", "-", "é");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 3, max: 20 }), (text, width) => {
        const { lines } = setParagraph([{ text }], width, "auto");
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.6);
        const letters = (of: string) => [...of.replace(/[\s()]/g, "")].sort().join("");
        expect(letters(lines.flatMap(({ runs }) => runs.map((run) => run.text)).join(""))).toBe(letters(text));
      }),
    );
  });
});
