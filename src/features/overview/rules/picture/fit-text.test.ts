import { expect, it, test } from "vitest";
import { cutToWidth, textWidth } from "./fit-text";

it("leaves alone what fits", () => {
  expect(cutToWidth("Reuters", 100, 12)).toBe("Reuters");
});

test.each([
  "Reuters and others ".repeat(20),
  "قناة الاستقلال ".repeat(20),
  "👩‍👩‍👧".repeat(100),
  "e\u0301".repeat(3000),
])("cuts %s", (text) => {
  const cut = cutToWidth(text, 100, 12);
  expect(cut.endsWith("…")).toBe(true);
  expect(text.startsWith(cut.slice(0, -1))).toBe(true);
  expect(cut.length).toBeGreaterThan(5);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(100);
});

it("never cuts a character in two", () => {
  expect(cutToWidth("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 40, 12)).not.toMatch(/\u200d…$/);
});

it("takes marks on letters for no width", () => {
  expect(textWidth("النُّجَباء", 12)).toBe(textWidth("النجباء", 12));
});
