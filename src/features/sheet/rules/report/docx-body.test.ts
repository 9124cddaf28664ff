import fc from "fast-check";
import { expect, it } from "vitest";
import { readXml } from "@/testing/read-xml";
import { type Block, said } from "./block";
import { openNumbers, toDocx } from "./docx-body";

const words = fc.string({
  unit: fc.oneof(fc.constantFrom(..."<>&\"'\n\t\u0000\u001fعa1 ", "\u202e", "\u2069", "🚑"), fc.string()),
});

const read = (block: Block) => {
  const { body, footnote } = toDocx(block, openNumbers());
  return readXml(`<w:body>${body}${footnote ?? ""}</w:body>`);
};

/** What XML cannot hold is shown as a replacement, what opens a direction is closed: the words stay. */
const shown = (text: string) => text.toWellFormed().replace(/[\p{C}\s\ufffd]/gu, "");

it("holds any text as text", () =>
  fc.assert(
    fc.property(words, words, words, (statement, exact, note) => {
      const claim = {
        label: "C-1",
        statement,
        marks: [],
        quote: { exact, state: "" },
        source: 1,
        notes: [{ term: "N", value: [said(note)] }],
      };
      const { text } = read({ block: "claim", claim });
      expect(shown(text)).toBe(shown(`C-1${statement}[1]${exact}[1]N: ${note}.`));
      const table = read({ block: "table", head: ["a"], widths: [1], rows: [[[said(note)]]] });
      expect(shown(table.text)).toBe(shown(`a${note}`));
    }),
  ));

it("runs a paragraph from the right where its words do, and only their runs", () => {
  const { body } = toDocx({ block: "paragraph", text: [said("قال UTV إن")] }, openNumbers());
  expect(body).toContain("<w:bidi/>");
  expect(body.match(/<w:rtl\/>/g)?.length).toBeGreaterThan(1);
  expect(body).toContain('<w:r><w:t xml:space="preserve"> UTV </w:t></w:r>');
  expect(toDocx({ block: "paragraph", text: [said("UTV قال")] }, openNumbers()).body).not.toContain("<w:bidi/>");
});

it("turns the page for timelines, once for several", () => {
  const numbers = openNumbers();
  const picture = { name: "timeline", width: 1000, height: 500 };
  const timeline = { block: "picture", name: "timeline", told: "", svg: "" } as const;
  const paragraph = { block: "paragraph", text: [said("x")] } as const;
  const bodies = [paragraph, timeline, timeline, paragraph].map((block) => toDocx(block, numbers, picture).body);
  expect(bodies.map((body) => body.match(/<w:sectPr>/g)?.length ?? 0)).toEqual([0, 1, 0, 1]);
  expect(bodies[3]).toContain('w:orient="landscape"');
  expect(bodies[1]).not.toContain('w:orient="landscape"');
});
