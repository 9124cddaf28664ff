const TAG = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/y;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads XML as strictly as a word processor does, and gives its text and its elements; throws where it is not well-formed. */
export function readXml(xml: string): {
  text: string;
  elements: { name: string; attributes: Record<string, string> }[];
} {
  const open: string[] = [];
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = "";
  let at = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
  while (at < xml.length) {
    const next = xml.indexOf("<", at);
    text += unescaped(xml.slice(at, next < 0 ? xml.length : next));
    if (next < 0) break;
    TAG.lastIndex = next;
    const tag = TAG.exec(xml);
    if (!tag) throw new Error(`No tag at ${xml.slice(next, next + 80)}`);
    const [whole, closes, name = "", attributes = "", empty] = tag;
    if (closes && open.pop() !== name) throw new Error(`${name} ends what it did not begin`);
    if (!closes) {
      if (!empty) open.push(name);
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)];
      elements.push({
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value = ""]) => [key, unescaped(value)])),
      });
    }
    at = next + whole.length;
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} never end`);
  return { text, elements };
}

function unescaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what XML forbids
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error("A character that XML forbids");
  return text.replace(/&(\w*);?/g, (whole, name: string) => {
    const mark = ENTITIES[name];
    if (mark === undefined || !whole.endsWith(";")) throw new Error(`No entity ${whole}`);
    return mark;
  });
}
