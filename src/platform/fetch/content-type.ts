import { FetchRefused } from "./fetch-refused";

const ACCEPTED = [
  "text/html",
  "application/xhtml+xml",
  "text/plain",
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

export const ACCEPT = ACCEPTED.join(", ");

/** What a page counts as whose server does not say what it is. */
export const UNTOLD = "application/octet-stream";

/** Refuses by what the server says, before anything is read. */
export function requireAcceptedType(contentType: string): void {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!ACCEPTED.includes(type)) throw unaccepted(type);
}

/** Without a word of the server only what plainly is HTML or PDF is handed on. */
export function requireKnownLook(bytes: Uint8Array): void {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  if (!LOOKS_LIKE_PDF.test(start) && !LOOKS_LIKE_HTML.test(start)) throw unaccepted(UNTOLD);
}

const LOOKS_LIKE_PDF = /^%PDF-\d/;
/** After a byte order mark, an XML declaration and comments, as they come before a page. */
const LOOKS_LIKE_HTML = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

function unaccepted(type: string): FetchRefused {
  // A server may say anything here, and a person reads it.
  const named = /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type : "of an unknown type";
  return new FetchRefused("type", `What is there is ${named}, and only web pages, text, PDF and DOCX are fetched.`);
}
