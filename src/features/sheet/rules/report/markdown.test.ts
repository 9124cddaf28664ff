import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { line, said } from "./block";
import { escapeMarkdown, toMarkdown } from "./markdown";

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(..."\\`*_{}[]<>&~|$^#+-=.!()@:/'\" \t12ab", "    ", "---", "<b>", "&amp;", "![x](y)", "[x]: y"),
      fc.constantFrom("http://a.b", "www.x.org", "a@b.co", "mailto:a@b.co", "ع", "\u202e", "\u2069", "\u00a0"),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((parts) =>
    parts
      .join("")
      .replace(/[\n\r\0]/g, "")
      .toWellFormed(),
  );

/** What CommonMark makes of text in which nothing but escapes and character references is markup. */
const read = (markdown: string) =>
  markdown.replace(/\\([!-/:-@[-`{-~])|&#(\d+);/g, (_, mark: string | undefined, code: string) =>
    mark === undefined ? String.fromCodePoint(Number(code)) : mark,
  );

describe("text in Markdown", () => {
  it.each([
    ["# no heading", "\\# no heading"],
    ["- no item", "\\- no item"],
    ["1. no item", "1\\. no item"],
    ["    no code", "&#32;&#32;&#32;&#32;no code"],
    ["two spaces  ", "two spaces&#32;&#32;"],
    ["*no* _emphasis_ `code`", "\\*no\\* \\_emphasis\\_ \\`code\\`"],
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["[no](link) ![nor](picture)", "\\[no\\](link) !\\[nor\\](picture)"],
    ["&copy;", "\\&copy;"],
    ["a | b", "a \\| b"],
    ["http://example.org", "http\\:\\//example.org"],
    ["www.example.org, me@example.org", "www\\.example.org, me\\@example.org"],
    ["on 3.5 % of 12-15 days", "on 3.5 % of 12-15 days"],
  ])("%s", (text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));

  it("reads as it was, with nothing in it that could be markup", () =>
    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = escapeMarkdown(text);
        expect(read(markdown)).toBe(text);
        expect(markdown.replace(/\\[!-/:-@[-`{-~]|&#\d+;/g, "")).not.toMatch(
          /[\\`*_{}[\]<>&~|$^#@]|^\s*([-+=]|\d+[.)])/,
        );
      }),
    ));

  it("never leaves its paragraph, item, cell or quote", () =>
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1 }), (lines) => {
        const text = [said(lines.join("\n"))];
        expect(toMarkdown({ block: "paragraph", text }).slice(0, -2)).not.toMatch(/\n[ \t]*(\n|$)/);
        expect(toMarkdown({ block: "list", items: [text] }).slice(0, -2)).not.toContain("\n");
        const table = toMarkdown({ block: "table", head: ["a"], widths: [1], rows: [[text]] });
        expect(table.trimEnd().split("\n")).toHaveLength(3);
      }),
    ));
});

it("writes a claim with its quote, its source and its notes", () => {
  const claim = {
    label: "C-3",
    statement: "Twelve *died*",
    marks: ["retracted"],
    quote: { exact: "قتل ١٢\n\n# شخصا", state: "" },
    source: 4,
    notes: [{ term: "Place", value: line`Basra ${"<b>"}` }],
  };
  expect(toMarkdown({ block: "claim", claim })).toBe(
    "**C-3** (retracted) · Twelve \\*died\\* \\[4\\]\n\n> \u2068قتل ١٢\u2069\\\n> &#32;\\\n> \u2068\\# شخصا\u2069\n\n- Place: Basra \\<b\\>\n\n",
  );
});

it("links only to where an address leads", () => {
  const markdown = toMarkdown({
    block: "paragraph",
    text: [{ text: "https://a.org/?q=<x>", said: true, url: "https://a.org/?q=<x>" }],
  });
  expect(markdown).toBe("[https\\:\\//a.org/?q=\\<x\\>](<https://a.org/?q=%3Cx%3E>)\n\n");
});
