/*
 * Reads a document in a thread of its own, whose memory and time the server limits: a file can be made so that reading it
 * never ends. Plain JavaScript that is loaded by its path, for a bundle holds no threads.
 */
import { parentPort, workerData } from "node:worker_threads";

// The reader of PDFs needs it, and the oldest Node that is supported has none.
ArrayBuffer.prototype.transferToFixedLength ??= function transferToFixedLength() {
  return this.slice(0);
};

const { kind, bytes } = workerData;
/** @param {unknown} message */
const tell = (message) => parentPort?.postMessage(message);

/** What Word calls a paragraph, beyond the headings and lists that are known anyway. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...["Quote", "Intense Quote", "Quotations", "Block Text"].map(
    (name) => `p[style-name='${name}'] => blockquote:fresh`,
  ),
];

async function readDocx() {
  const { default: mammoth } = await import("mammoth");
  // Pictures are never unpacked: only words are read.
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: STYLES, convertImage });
  tell({ html: value });
}

async function readPdf() {
  const { getDocumentProxy } = await import("unpdf");
  const document = await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true });
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  tell({ info: { title: info.Title, author: info.Author, language: info.Language }, pages: document.numPages });
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [left, bottom, right, top] = page.view;
    const words = items.some(({ dir }) => dir === "rtl") ? await ligatureWords(page) : new Map();
    tell({ page: { left, bottom, right, top, items: items.flatMap((item) => itemOf(item, words)) } });
    page.cleanup();
  }
}

const RTL = /[\u0590-\u08ff]/;
const SHOW_TEXT = 44;

/**
 * Words with a glyph that stands for two letters (lam-alef). Such a stretch is stored as it stands on paper, from left to
 * right, but the two letters of the glyph as they are read: whoever turns the stretch round turns those round as well.
 * Gives for each word so spoilt what it is.
 */
async function ligatureWords(page) {
  const words = new Map();
  const { fnArray, argsArray } = await page.getOperatorList();
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== SHOW_TEXT) continue;
    let word = [];
    for (const glyph of [...(argsArray[index]?.[0] ?? []), { unicode: " " }]) {
      const letters = typeof glyph === "object" && glyph ? glyph.unicode : "";
      if (letters.trim() !== "") word.push(letters);
      else if (letters !== "" && word.length > 0) {
        if (word.some((each) => each.length > 1 && RTL.test(each))) {
          const spoilt = [...word.join("")].toReversed().join("");
          words.set(spoilt, word.toReversed().join(""));
        }
        word = [];
      }
    }
  }
  return words;
}

/** One stretch of text: where its baseline begins, how long and large it is. Text that stands on its side is left out. */
function itemOf({ str, transform, width, dir }, words) {
  if (typeof str !== "string" || str === "") return [];
  const text = words.size === 0 ? str : str.replace(/[^\s]+/g, (word) => words.get(word) ?? word);
  const [a, b, c, d, x, y] = transform;
  const size = Math.hypot(c, d);
  if (Math.abs(b) > Math.abs(a) || size === 0) return [];
  return [[text, x, y, width, size, dir === "rtl" ? 1 : 0]];
}

try {
  await (kind === "docx" ? readDocx() : readPdf());
  tell({ end: true });
} catch (error) {
  tell({ failure: error instanceof Error ? `${error.name}: ${error.message}` : "unknown" });
}
