import { expect, it } from "vitest";
import { areSameWords } from "./same-words";

it.each([
  ["At least 12 people were hurt", "at least 12 people were hurt.", true],
  ["At least 12 people were hurt", "At least 12 people were hurt in the strike", true],
  ["At least 12 people were hurt", "At least 47 people were hurt", false],
  ["قُتل اثنا عشر شخصًا", "قتل اثنا عشر شخصا", true],
  ["were hurt", "were hurt", false],
  ["people were hurt", "At least 12 people were hurt in the strike on the northern bridge on Monday", false],
])("%j and %j: %s", (quote, other, same) => {
  expect(areSameWords(quote, other)).toBe(same);
  expect(areSameWords(other, quote)).toBe(same);
});
