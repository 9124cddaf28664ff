import { expect, it } from "vitest";
import { plainText } from "./block";
import { tellDate } from "./tell-date";

it.each([
  ["2024-10-21/2024-10-31", "late October 2024", "21–31 Oct 2024 (2024-10-21/2024-10-31), typed “late October 2024”"],
  ["2024-10-25", "2024-10-25", "25 Oct 2024 (2024-10-25)"],
  ["2024", "2024", "2024"],
])("tells %s with the words that were typed", (edtf, words, expected) =>
  expect(plainText(tellDate(edtf, words) ?? [])).toBe(expected),
);
