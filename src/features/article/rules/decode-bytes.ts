import type { Refusal } from "@/platform/errors";

type Decoded = { text: string } | { refusal: Refusal };

const BOMS: [string, number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The text of an uploaded file. A byte order mark decides, then the charset that the upload or the page names, then
 * UTF-8. Bytes that do not fit are refused rather than guessed at: a quote must rest on the right characters.
 */
export function decodeBytes(bytes: Uint8Array, contentType = ""): Decoded {
  const charset = bomOf(bytes) ?? charsetIn(contentType) ?? charsetInPage(bytes) ?? "utf-8";
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    if (text.includes("\u0000")) return refused("is not a text file");
    return { text };
  } catch {
    return refused(`is not readable as ${charset.toUpperCase()} text; save it as UTF-8 and try again`);
  }
}

const refused = (message: string) => ({ refusal: { path: "file", message } });

const bomOf = (bytes: Uint8Array) => BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];

const charsetIn = (header: string) => /charset\s*=\s*["']?([\w-]+)/i.exec(header)?.[1];

/** `<meta charset>` must stand in a page's first kilobyte. */
const charsetInPage = (bytes: Uint8Array) =>
  /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 2048)))?.[1];

/**
 * Which reader a file needs: by its first bytes where they tell, then its declared type, then its name; null for what
 * cannot be read here.
 */
export function kindOfFile(bytes: Uint8Array, contentType: string, filename: string): SourceFileKind | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (start.includes("%PDF-")) return "pdf";
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const extension = /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? "";
  // Other archives and old Word files are no text, whatever they are called.
  if (start.startsWith("PK")) return type.endsWith(DOCX) || extension === "docx" || extension === "" ? "docx" : null;
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return null;
  if (type === "application/pdf" || extension === "pdf") return "pdf";
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  if (["html", "htm", "xhtml"].includes(extension)) return "html";
  if (["txt", "text", "md"].includes(extension)) return "text";
  if (type === "text/plain") return extension === "docx" ? null : "text";
  return type === "application/octet-stream" && HTML_START.test(start) ? "html" : null;
}

export type SourceFileKind = "text" | "html" | "pdf" | "docx";
const DOCX = "wordprocessingml.document";
const HTML_START = /^[^<]{0,200}<(?:!doctype\s+html|html|head|body)[\s>]/i;
