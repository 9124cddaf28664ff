import { expect, it } from "vitest";
import { locateQuote, type QuoteQuery } from "@/anchoring/selectors";
import { refuseLocation } from "./quote-problem";

const TEXT = "Twelve people were hurt. The mayor said that twelve people were hurt on Monday.";

it.each<[QuoteQuery, string | null, RegExp | null]>([
  [{ exact: "The mayor" }, null, null],
  [{ exact: "The mayor", start: 25, end: 34 }, null, null],
  [{ exact: "The mayor", start: 24, end: 33 }, "quote.start", /reads “ The mayo” there; the words stand at 25/],
  [{ exact: "The mayor", start: 900, end: 909 }, "quote.start", /outside the text/],
  [{ exact: "people were hurt" }, "quote.exact", /stands 2 times/],
  [{ exact: "the  Mayor said" }, "quote.exact", /differs from the text, which reads “The mayor said”/],
  [{ exact: "The mayor said that forty people were hurt" }, "quote.exact", /is not in the text.*“.*The mayor said/],
  [{ exact: "Nothing of the kind" }, "quote.exact", /is not in the text/],
])("%j", (query, path, message) => {
  const refusal = refuseLocation(locateQuote(TEXT, query));
  expect(refusal?.path ?? null).toBe(path);
  if (message) expect(refusal?.message).toMatch(message);
});
