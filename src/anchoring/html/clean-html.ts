import { type Attributes, type TokenSink, unreadGate, VOID_ELEMENTS } from "@/anchoring/html/tokens";

/** Tree code recurses and compares neighbours; what it is given must be shallow and not too large. */
const MAX_DEPTH = 150;
const KEPT_ATTRIBUTES = [
  "class",
  "id",
  "itemprop",
  "itemtype",
  "itemscope",
  "rel",
  "role",
  "dir",
  "lang",
  "start",
  "value",
  "href",
];
const MAX_ATTRIBUTE = 300;
/** Below the depth limit only these are kept, because they part words; of all others the words stay. */
const KEPT_WHEN_DEEP = new Set(["p", "br", "li"]);
/** Elements whose end tag may be left out: they end where the next one begins. */
const ENDS_ITSELF = /^(?:p|li|dt|dd|td|th|tr|option)$/;
const ENDS_PARAGRAPH = /^(?:div|ul|ol|dl|table|section|article|blockquote|pre|h[1-6]|hr|main|header|figure|form)$/;

/**
 * Rewrites HTML so that tree code can take it: balanced, shallow, without scripts, styles, forms and pictures, with the
 * attributes that tell an article from what surrounds it. `elements` counts what is left.
 */
export function htmlCleaner(): { sink: TokenSink; finish(): { html: string; elements: number } } {
  const parts: string[] = [];
  const open: string[] = [];
  const unread = unreadGate();
  let elements = 0;
  return {
    sink: {
      open(name, attributes) {
        if (
          unread.enter(name, attributes) ||
          !/^[a-z][a-z0-9]*$/.test(name) ||
          /^(?:html|body|img|picture|source)$/.test(name)
        )
          return;
        const last = open.at(-1);
        if ((last === name && ENDS_ITSELF.test(name)) || (last === "p" && ENDS_PARAGRAPH.test(name))) {
          parts.push(`</${open.pop()}>`);
        }
        const tooDeep = open.length >= MAX_DEPTH && !KEPT_WHEN_DEEP.has(name);
        if (tooDeep) return;
        elements += 1;
        parts.push(`<${name}${written(attributes)}>`);
        if (VOID_ELEMENTS.has(name)) return;
        if (open.length < MAX_DEPTH) open.push(name);
        else parts.push(`</${name}>`);
      },
      close(name) {
        if (unread.leave(name)) return;
        const index = open.lastIndexOf(name);
        if (index < 0) return;
        for (const inner of open.splice(index).reverse()) parts.push(`</${inner}>`);
      },
      text(words) {
        if (!unread.inside()) parts.push(escaped(words));
      },
    },
    finish() {
      for (const name of open.reverse()) parts.push(`</${name}>`);
      return { html: `<html><head></head><body>${parts.join("")}</body></html>`, elements };
    },
  };
}

function written(attributes: Attributes): string {
  let text = "";
  for (const name of KEPT_ATTRIBUTES) {
    const value = attributes.get(name);
    if (value !== undefined) text += ` ${name}="${escaped(value.slice(0, MAX_ATTRIBUTE)).replace(/"/g, "&quot;")}"`;
  }
  return text;
}

function escaped(words: string): string {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
