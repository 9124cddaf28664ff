import { assemble, type CanonicalText, cleanCharacters, type Piece } from "@/anchoring/canonical-text";
import { type Attributes, type TokenSink, tokenize, unreadGate } from "@/anchoring/html/tokens";

type Context =
  | { name: "ul" | "ol"; next: number }
  | { name: "li"; marker: string; ordered: boolean; used: boolean }
  | { name: "heading"; tag: string; level: number }
  | { name: "blockquote" }
  | { name: "pre" };

const PARAGRAPH_BREAKS: ReadonlySet<string> = new Set(
  (
    "address article aside body center details dd div dl dt fieldset figure footer form header hgroup hr html legend " +
    "main menu optgroup option p section summary table tbody tfoot thead tr caption"
  ).split(" "),
);
const ENDS_HEADING = /^(?:p|ul|ol|table|section|article|blockquote|pre|h[1-6])$/;
const HEADING = /^h([1-6])$/;
/** Deeper nesting is read, but no longer told apart. */
const MAX_DEPTH = 100;

/** The canonical text of a piece of HTML: everything in it that a reader sees as text. */
export function blocksOfHtml(html: string): CanonicalText {
  const builder = blockBuilder(() => false);
  tokenize(html, [builder.sink]);
  return builder.finish();
}

/** Gathers blocks from tokens; elements for which `leaveOut` holds are passed over with all they contain. */
export function blockBuilder(leaveOut: (name: string) => boolean): { sink: TokenSink; finish(): CanonicalText } {
  const pieces: Piece[] = [];
  const contexts: Context[] = [];
  const unread = unreadGate();
  const line = lineBuffer();
  const flush = () => addPieces(pieces, line.take(), contexts);
  const enter = (context: Context) => {
    flush();
    if (contexts.length < MAX_DEPTH) contexts.push(context);
  };
  /** Closes the innermost context that fits, and all that were left open inside it. */
  const leave = (fits: (context: Context) => boolean) => {
    flush();
    const index = contexts.findLastIndex(fits);
    if (index >= 0) contexts.length = index;
  };
  const open = (name: string, attributes: Attributes) => {
    if (ENDS_HEADING.test(name) && contexts.at(-1)?.name === "heading") leave((context) => context.name === "heading");
    const heading = HEADING.exec(name);
    if (heading) enter({ name: "heading", tag: name, level: Number(heading[1]) });
    else if (name === "ul" || name === "ol") enter({ name, next: startOf(attributes) });
    else if (name === "li") openItem(contexts, leave, enter, attributes);
    else if (name === "blockquote" || name === "pre") enter({ name });
    else if (name === "br") line.breakLine(flush);
    else if (name === "td" || name === "th") line.addTab();
    else if (name === "q") line.add("“", false);
    else if (PARAGRAPH_BREAKS.has(name)) flush();
  };
  const close = (name: string) => {
    if (HEADING.test(name)) leave((context) => context.name === "heading");
    else if (name === "q") line.add("”", false);
    else if (/^(?:ul|ol|li|blockquote|pre)$/.test(name)) leave((context) => context.name === name);
    else if (PARAGRAPH_BREAKS.has(name)) flush();
  };
  const gate = (name: string, attributes: Attributes) =>
    unread.enter(name, leaveOut(name) ? new Map([["hidden", ""]]) : attributes);
  return {
    sink: {
      open: (name, attributes) => gate(name, attributes) || open(name, attributes),
      close: (name) => unread.leave(name) || close(name),
      text: (words) => unread.inside() || line.add(words, contexts.at(-1)?.name === "pre"),
    },
    finish() {
      flush();
      return assemble(pieces);
    },
  };
}

function startOf(attributes: Attributes): number {
  const start = Number.parseInt(attributes.get("start") ?? "1", 10);
  return Number.isSafeInteger(start) ? start : 1;
}

function openItem(
  contexts: Context[],
  leave: (fits: (context: Context) => boolean) => void,
  enter: (context: Context) => void,
  attributes: Attributes,
): void {
  const listIndex = contexts.findLastIndex(({ name }) => name === "ul" || name === "ol");
  // An item still open in the same list ends here: its end tag is optional.
  if (contexts.findLastIndex(({ name }) => name === "li") > listIndex) leave(({ name }) => name === "li");
  const list = contexts[listIndex];
  const ordered = list?.name === "ol";
  let marker = "-";
  if (list?.name === "ol") {
    const value = Number.parseInt(attributes.get("value") ?? "", 10);
    if (Number.isSafeInteger(value)) list.next = value;
    marker = `${list.next}.`;
    list.next += 1;
  }
  enter({ name: "li", marker, ordered, used: false });
}

/** One block's words as they arrive: white space collapses as in a browser, but in preformatted text. */
function lineBuffer() {
  let parts: string[] = [];
  let last = "";
  const push = (words: string) => {
    if (words === "") return;
    parts.push(words);
    last = words.charAt(words.length - 1);
  };
  return {
    add(words: string, preformatted: boolean) {
      if (preformatted) return push(words);
      const collapsed = words.replace(/[ \t\n\r\f]+/g, " ");
      const redundant = collapsed.startsWith(" ") && (last === "" || /[ \t\n]/.test(last));
      push(redundant ? collapsed.slice(1) : collapsed);
    },
    addTab() {
      if (last !== "" && last !== "\t") push("\t");
    },
    /** One break is a line break, two are a paragraph's end. */
    breakLine(flush: () => void) {
      if (last === "\n") flush();
      else if (last !== "") push("\n");
    },
    take(): string {
      const words = parts.join("");
      parts = [];
      last = "";
      return words;
    },
  };
}

function addPieces(pieces: Piece[], words: string, contexts: readonly Context[]): void {
  if (words === "") return;
  for (const paragraph of cleanCharacters(words).split(/\n[^\S\n]*\n/)) {
    if (paragraph.trim() !== "") pieces.push(pieceOf(paragraph, contexts));
  }
}

function pieceOf(text: string, contexts: readonly Context[]): Piece {
  for (let index = contexts.length - 1; index >= 0; index--) {
    const context = contexts[index];
    if (context?.name === "heading") return { kind: "heading", level: context.level, text };
    if (context?.name === "blockquote") return { kind: "quotation", text };
    if (context?.name === "li" && !context.used) {
      context.used = true;
      const depth = contexts.slice(0, index).filter(({ name }) => name === "ul" || name === "ol").length;
      const level = Math.min(9, Math.max(1, depth));
      const marker = `${"  ".repeat(level - 1)}${context.marker} `;
      return { kind: "list-item", level, ordered: context.ordered, marker, text };
    }
  }
  return { kind: "paragraph", text };
}
