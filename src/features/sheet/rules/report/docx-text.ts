import type { Line, Span } from "./block";
import { closed, hasRightToLeft, isRightToLeft } from "./isolate";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 has no place for. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? "");

/** A stretch that runs from the right: from one of its letters to the last before one that runs from the left. */
const RTL_STRETCH =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}](?:[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{M}])*/gu;

type Look = { strong?: boolean; style?: string };

/** Runs of one direction each: Word sets a run from the right only where it is told to. */
function runs(text: string, look: Look): string {
  if (!hasRightToLeft(text)) return run(text, look, false);
  const found: string[] = [];
  let at = 0;
  for (const { index, 0: stretch } of text.matchAll(RTL_STRETCH)) {
    if (index > at) found.push(run(text.slice(at, index), look, false));
    found.push(run(stretch, look, true));
    at = index + stretch.length;
  }
  if (at < text.length) found.push(run(text.slice(at), look, false));
  return found.join("");
}

function run(text: string, { strong, style }: Look, rtl: boolean): string {
  const look = [
    style ? `<w:rStyle w:val="${style}"/>` : "",
    strong ? "<w:b/><w:bCs/>" : "",
    rtl ? "<w:rtl/>" : "",
  ].join("");
  const content = text
    .split(/(\r\n|[\n\r]|\t)/)
    .map((part) => {
      if (part === "\t") return "<w:tab/>";
      if (/^[\r\n]+$/.test(part)) return "<w:br/>";
      return part === "" ? "" : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
    })
    .join("");
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ""}${content}</w:r>`;
}

export const plainRun = (text: string, look: Look = {}): string => runs(text, look);

/** Invisible letters that keep what stands beside somebody's words running as the paragraph does; Word knows no isolates. */
const MARKS = { fromLeft: "\u200e", fromRight: "\u200f" };

function spanRuns({ text, said, strong, url }: Span, look: Look, rtl: boolean): string {
  const mark = said && hasRightToLeft(text) ? run(rtl ? MARKS.fromRight : MARKS.fromLeft, {}, rtl) : "";
  const words = runs(said ? text.split("\n").map(closed).join("\n") : text, {
    ...look,
    ...(strong && { strong }),
    ...(url && { style: "Hyperlink" }),
  });
  if (!url) return `${mark}${words}${mark}`;
  const address = escapeXml(url);
  return `<w:fldSimple w:instr=" HYPERLINK &quot;${address}&quot; ">${words}</w:fldSimple>`;
}

/** `rtl`: the paragraph runs from the right. */
export const lineRuns = (line: Line, rtl = false): string => line.map((span) => spanRuns(span, {}, rtl)).join("");

/** A link to a place in the document. */
export const innerLink = (anchor: string, text: string): string =>
  `<w:hyperlink w:anchor="${anchor}">${plainRun(text, { style: "Hyperlink" })}</w:hyperlink>`;

/** Which way a paragraph runs: as its first words do. */
const runsFromRight = (line: Line): boolean => isRightToLeft(line.map(({ text }) => text).join(""));

/** A paragraph; `rtl` unless it follows from what is in it. */
export function paragraph(style: string, content: string, rtl = false, more = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}${rtl ? "<w:bidi/>" : ""}</w:pPr>${content}</w:p>`;
}

export function lineParagraph(style: string, line: Line): string {
  const rtl = runsFromRight(line);
  return paragraph(style, lineRuns(line, rtl), rtl);
}
