import type { Block, ClaimEntry, Fact, Line, Span } from "./block";
import { isolated } from "./isolate";

/** What Markdown (CommonMark, with GitHub's tables and bare addresses) could take for more than text. */
const MARKUP = /[\\`*_{}[\]<>&~|$^#]/g;

/** One line of text as Markdown that shows it as it is, wherever in a line it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll("\u0000", "\ufffd")
    .replace(MARKUP, "\\$&")
    .replace(/(?<=\b(?:https?|ftp|mailto|xmpp)):/gi, "\\:")
    .replace(/\/(?=\/)/g, "\\/")
    .replace(/@/g, "\\@")
    .replace(/\b(www)\./gi, "$1\\.")
    .replace(/^(\s*)([-+=!:])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/, "$1\\$2")
    .replace(/^\s+|\s+$/gu, (blank) => blank.replace(/\s/gu, (each) => `&#${each.charCodeAt(0)};`));
}

const LINE_END = /\r\n|[\n\r]/;

/** Each line of it escaped and isolated. */
const saidLines = (text: string): string[] => text.split(LINE_END).map((each) => escapeMarkdown(isolated(each)));

/** As a part of a paragraph: its line breaks stay, an empty line would end it. */
const inParagraph = (text: string): string =>
  saidLines(text)
    .map((each) => each || "&#32;")
    .join("\\\n");

/** As a part of a single line, as headings, items and cells are. */
const inLine = (text: string): string => escapeMarkdown(isolated(text.split(LINE_END).join(" ")));

type Write = (text: string) => string;

function span({ text, said, strong, url }: Span, write: Write): string {
  const words = said ? write(text) : text.replace(MARKUP, "\\$&");
  const linked = url ? `[${words}](<${url.replace(/[<>\\]/g, encodeURIComponent)}>)` : words;
  return strong ? `**${linked}**` : linked;
}

const written = (line: Line, write: Write): string => line.map((each) => span(each, write)).join("");

/** A block as Markdown, with the empty line that ends it. */
export function toMarkdown(block: Block): string {
  return `${textOf(block)}\n\n`;
}

function textOf(block: Block): string {
  switch (block.block) {
    case "cover":
      return coverOf(block);
    case "heading":
      return `${"#".repeat(block.level + 1)} ${written(block.text, inLine)}`;
    case "paragraph":
      return written(block.text, inParagraph);
    case "list":
      return block.items.map((item) => `- ${written(item, inLine)}`).join("\n");
    case "facts":
      return factsOf(block.facts);
    case "table":
      return tableOf(block);
    case "claim":
      return claimOf(block.claim);
    case "source":
      return [`**\\[${block.number}\\]** ${written(block.text, inLine)}`, factsOf(block.notes)]
        .filter(Boolean)
        .join("\n\n");
    case "picture":
      return `*Left out of Markdown: the picture of the ${block.name}.* ${inLine(block.told)}`;
  }
}

function coverOf({ title, description, facts, warnings }: Extract<Block, { block: "cover" }>): string {
  const parts = [
    `# ${inLine(title)}`,
    "Claim report",
    description === "" ? "" : inParagraph(description),
    factsOf(facts),
    ...warnings.map((warning) => `> ${written(warning, inLine)}`),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

const factsOf = (facts: Fact[]): string =>
  facts.map(({ term, value }) => `- ${term}: ${written(value, inLine)}`).join("\n");

function tableOf({ head, rows }: Extract<Block, { block: "table" }>): string {
  const record = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    record(head),
    record(head.map(() => "---")),
    ...rows.map((cells) => record(cells.map((cell) => written(cell, inLine)))),
  ].join("\n");
}

function claimOf({ label, statement, marks, quote, source, notes }: ClaimEntry): string {
  const marked = marks.length > 0 ? ` (${marks.join(", ")})` : "";
  const cited = source === null ? "" : ` \\[${source}\\]`;
  const parts = [
    `**${label}**${marked} · ${inParagraph(statement)}${cited}`,
    quote === null
      ? ""
      : saidLines(quote.exact)
          .map((each) => `> ${each || "&#32;"}`)
          .join("\\\n"),
    factsOf(notes),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}
