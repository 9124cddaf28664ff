import fc from "fast-check";
import { expect, test } from "vitest";
import { attachment } from "./attachment";

test.each([
  ["Iraqi factions", `attachment; filename="Iraqi factions.csv"; filename*=UTF-8''Iraqi%20factions.csv`],
  ["a/b\\c", `attachment; filename="a b c.csv"; filename*=UTF-8''a%20b%20c.csv`],
  ["العراق", `attachment; filename="_.csv"; filename*=UTF-8''%D8%A7%D9%84%D8%B9%D8%B1%D8%A7%D9%82.csv`],
  ["\u202e", `attachment; filename="export.csv"; filename*=UTF-8''export.csv`],
])("%j", (title, header) => {
  expect(attachment(title, "csv")).toBe(header);
});

test("is a header whatever the title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 150 }), (title) => {
      const headers = new Headers({ "Content-Disposition": attachment(title, "csv") });
      expect(headers.get("content-disposition")).toMatch(
        /^attachment; filename="[^"]+\.csv"; filename\*=UTF-8''\S+\.csv$/,
      );
    }),
  );
});
