import { expect, it } from "vitest";
import { fromPlainText } from "@/anchoring/plain-text";
import type { Quote } from "../schema";
import { quoteContext } from "./quote-context";

const versionId = "0190d1c2-0000-7000-8000-000000000001";
const { text, blocks } = fromPlainText(
  `A halt\n\nThe group said it was suspending operations. It gave no date.\n\n${"word ".repeat(400)}end.`,
);
const quoteOf = (exact: string, more: Partial<Quote> = {}): Quote => {
  const start = text.indexOf(exact);
  return {
    exact,
    prefix: "kept ",
    suffix: " too",
    start,
    end: start + exact.length,
    state: "exact",
    versionId,
    ...more,
  };
};

it("shows the quote in its paragraph", () => {
  expect(quoteContext(quoteOf("suspending operations"), { versionId, text, blocks })).toEqual({
    before: "The group said it was ",
    exact: "suspending operations",
    after: ". It gave no date.",
    cutBefore: false,
    cutAfter: false,
  });
});

it("takes in the paragraphs that a quote runs over", () => {
  const context = quoteContext(quoteOf("halt\n\nThe group"), { versionId, text, blocks });
  expect([context.before, context.after]).toEqual(["A ", " said it was suspending operations. It gave no date."]);
});

it("cuts a long paragraph between words", () => {
  const context = quoteContext(quoteOf("end."), { versionId, text, blocks });
  expect(context.before.length).toBeLessThanOrEqual(600);
  expect(context).toMatchObject({ cutBefore: true, cutAfter: false });
  expect(context.before).toMatch(/^word /);
});

it("falls back on the words kept with the quote where the text is another or not held", () => {
  const held = { versionId, text, blocks };
  const kept = { prefix: "oup said it was ", suffix: " operations. It ga" };
  const context = { before: "said it was ", after: " operations. It", cutBefore: true, cutAfter: true };
  expect(quoteContext(quoteOf("suspending", kept), { ...held, versionId: "another" })).toMatchObject(context);
  expect(quoteContext(quoteOf("suspending", { ...kept, start: null, end: null }), held)).toMatchObject(context);
  expect(quoteContext(quoteOf("A halt", { prefix: "", suffix: "\n\nThe group sa" }), null)).toMatchObject({
    before: "",
    after: "",
    cutBefore: false,
    cutAfter: false,
  });
});
