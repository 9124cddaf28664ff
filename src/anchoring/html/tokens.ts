import { Tokenizer } from "htmlparser2";

export type Attributes = ReadonlyMap<string, string>;

/** What the stream of tokens is told to. `close` may come without an `open`, and an `open` without a `close`. */
export type TokenSink = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(words: string): void;
};

const MAX_ATTRIBUTES = 40;
const MAX_ATTRIBUTE_LENGTH = 2_000;
const MAX_NAME_LENGTH = 60;

/**
 * Reads HTML as a flat stream of tokens, in time linear in its length: no tree is built, so neither depth nor missing
 * end tags nor attributes of megabytes cost anything.
 */
export function tokenize(html: string, sinks: readonly TokenSink[]): void {
  let tag = "";
  let attributes = new Map<string, string>();
  let attribute = "";
  let value = "";
  const slice = (start: number, end: number, limit: number) => html.slice(start, Math.min(end, start + limit));
  const opened = () => {
    for (const sink of sinks) sink.open(tag, attributes);
    attributes = new Map();
  };
  const text = (words: string) => {
    for (const sink of sinks) sink.text(words);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        tag = slice(start, end, MAX_NAME_LENGTH).toLowerCase();
      },
      onattribname(start, end) {
        attribute = slice(start, end, MAX_NAME_LENGTH).toLowerCase();
        value = "";
      },
      onattribdata(start, end) {
        if (value.length < MAX_ATTRIBUTE_LENGTH) value += slice(start, end, MAX_ATTRIBUTE_LENGTH - value.length);
      },
      onattribentity(codePoint) {
        if (value.length < MAX_ATTRIBUTE_LENGTH) value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        if (attributes.size < MAX_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        const name = slice(start, end, MAX_NAME_LENGTH).toLowerCase();
        for (const sink of sinks) sink.close(name);
      },
      ontext: (start, end) => text(html.slice(start, end)),
      ontextentity: (codePoint) => text(String.fromCodePoint(codePoint)),
      oncdata: (start, end) => text(html.slice(start, end)),
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** Elements that have no content and no end tag. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  "area base basefont br col embed frame hr img input keygen link meta param source track wbr".split(" "),
);

/** Elements whose content a reader of the article does not see, or that is not the article's. */
const UNREAD_ELEMENTS: ReadonlySet<string> = new Set(
  (
    "script style noscript template iframe object embed svg canvas audio video map select textarea button dialog " +
    "datalist input progress meter figcaption nav head title rp rt"
  ).split(" "),
);

/** Whether to pass over an element: never shown, hidden by its own attributes, or part of the page and not the text. */
function isUnread(name: string, attributes: Attributes): boolean {
  return (
    UNREAD_ELEMENTS.has(name) ||
    attributes.has("hidden") ||
    attributes.get("aria-hidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.get("style") ?? "") ||
    attributes.get("role") === "navigation"
  );
}

/**
 * Follows an unread element to its end. Inside it only its own name counts, so that what it holds, closed or not,
 * neither ends it early nor is heard of.
 */
export function unreadGate() {
  let name = "";
  let depth = 0;
  return {
    inside: () => depth > 0,
    /** Whether an opening element is unread or inside one that is. */
    enter(opening: string, attributes: Attributes): boolean {
      if (depth > 0) {
        const endsItself = opening === name && /^(?:p|li|td|th|tr|dt|dd|option)$/.test(name);
        if (!endsItself) {
          if (opening === name) depth += 1;
          return true;
        }
        depth = 0;
      }
      if (!isUnread(opening, attributes)) return false;
      if (!VOID_ELEMENTS.has(opening)) [name, depth] = [opening, 1];
      return true;
    },
    /** Whether a closing element is inside an unread one, or that one itself. */
    leave(closing: string): boolean {
      if (depth === 0) return false;
      if (closing === "body" || closing === "html") depth = 0;
      else if (closing === name) depth -= 1;
      return true;
    },
  };
}
