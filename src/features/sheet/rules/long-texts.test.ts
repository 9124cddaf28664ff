import fc from "fast-check";
import { expect, it } from "vitest";
import { encodeCell } from "./cells";
import { fitCell, type LongText, LongTexts } from "./long-texts";
import { CELL_LIMIT } from "./workbook-xml";

const place = { sheet: "Claims", row: 2, column: "note" };

it("cuts no text that fits, and joins again what was cut, to the character", () => {
  const piece = fc.constantFrom("=", "'", "x", "🚑", "ق", "\n", "-");
  const text = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.integer({ min: 32_700, max: 99_000 }))
    .map(([pieces, length]) => pieces.join("").repeat(length).slice(0, length).toWellFormed());
  fc.assert(
    fc.property(text, (value) => {
      const { cell, parts } = fitCell(value, place);
      expect(cell.length).toBeLessThanOrEqual(CELL_LIMIT);
      expect(cell.isWellFormed()).toBe(true);
      expect(parts.length > 0).toBe(encodeCell(value).length > CELL_LIMIT);
      const cells = parts.map((part) => encodeCell(part.text));
      expect(cells.every((each) => each.length <= CELL_LIMIT && each.isWellFormed())).toBe(true);
      const long = longTexts(parts);
      expect(long.join(cell, 7) === encodeCell(value)).toBe(true);
    }),
    { numRuns: 50 },
  );
});

it("leaves a cell alone that somebody has changed", () => {
  const { parts } = fitCell("x".repeat(40_000), place);
  expect(longTexts(parts).join("shorter", 2)).toBe("shorter");
});

it("tells two texts that begin alike by their rows", () => {
  const texts = ["a", "b"].map((end, at) => ({ value: `${"x".repeat(40_000)}${end}`, row: at + 2 }));
  const fitted = texts.map(({ value, row }) => fitCell(value, { ...place, row }));
  const long = longTexts(fitted.flatMap(({ parts }) => parts));
  for (const [at, { value, row }] of texts.entries())
    expect(long.join(fitted[at]?.cell ?? "", row) === value).toBe(true);
});

function longTexts(parts: LongText[]): LongTexts {
  const long = new LongTexts();
  for (const { sheet, row, column, part, text } of parts) {
    long.add([sheet, String(row), column, String(part), encodeCell(text)]);
  }
  return long;
}
