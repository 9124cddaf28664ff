import { createHash } from "node:crypto";
import type { CanonicalText } from "@/anchoring/canonical-text";
import { fromHtml, type HtmlArticle } from "@/anchoring/html/from-html";
import { fromPlainText } from "@/anchoring/plain-text";
import { AppError, invalid } from "@/platform/errors";
import { fetchPage } from "@/platform/fetch/fetch-page";
import { FetchRefused } from "@/platform/fetch/fetch-refused";
import { decodeBytes, kindOfFile } from "../rules/decode-bytes";
import { type CaptureOrigin, MAX_TEXT } from "../schema";
import { readDocument } from "./read-document";

/** A source as it was given: one of these. */
export type GivenSource = {
  text?: string | undefined;
  html?: string | undefined;
  fetchUrl?: string | undefined;
  file?: RawFile | undefined;
};
export type RawFile = { bytes: Uint8Array; contentType: string; filename: string };

/** The bytes that a text was read from, as they are kept. */
export type Capture = {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  filename: string | null;
  origin: CaptureOrigin;
  /** Where they came from in the end. */
  url: string | null;
};

export type About = HtmlArticle["metadata"];
export type ReadSource = CanonicalText & { about: About; capture: Capture };

export type Reading = { onProgress?: (done: number, total: number) => void };

/** Fetches a source where it must be fetched, and reads it. Refused where nothing readable is in it. */
export async function openSource(given: GivenSource, reading: Reading = {}): Promise<ReadSource> {
  return readCapture(await captureOf(given), reading);
}

/** The bytes to keep: the upload itself, what was fetched, else what was pasted. */
export async function captureOf({ text, html, fetchUrl, file }: GivenSource): Promise<Capture> {
  if (fetchUrl !== undefined) return fetchCapture(fetchUrl);
  if (file) return { ...file, bytes: new Uint8Array(file.bytes), origin: "file", url: null };
  const bytes = new TextEncoder().encode(html ?? text ?? "");
  const contentType = html === undefined ? "text/plain; charset=utf-8" : "text/html; charset=utf-8";
  return { bytes, contentType, filename: null, origin: "paste", url: null };
}

async function fetchCapture(address: string): Promise<Capture> {
  try {
    const { bytes, contentType, finalUrl } = await fetchPage(address);
    return { bytes: new Uint8Array(bytes), contentType, filename: null, origin: "url", url: finalUrl };
  } catch (error) {
    if (error instanceof FetchRefused) throw invalid("fetchUrl", error.message);
    throw error;
  }
}

/** The canonical text of a capture with what it says of itself. */
export async function readCapture(capture: Capture, reading: Reading = {}): Promise<ReadSource> {
  const path = pathOf(capture);
  const { about, ...canonical } = await readBytes(capture, path, reading);
  if (canonical.text === "") throw invalid(path, "holds no readable text");
  if (canonical.text.length > MAX_TEXT) {
    throw new AppError("TOO_LARGE", `An article may have at most ${MAX_TEXT.toLocaleString("en")} characters.`);
  }
  return { ...canonical, about, capture };
}

/** The field that a capture came in by. */
function pathOf({ origin, contentType }: Capture): string {
  if (origin === "file") return "file";
  if (origin === "url") return "fetchUrl";
  return contentType.startsWith("text/html") ? "html" : "text";
}

async function readBytes(
  { bytes, contentType, filename, url }: Capture,
  path: string,
  reading: Reading,
): Promise<CanonicalText & { about: About }> {
  const kind = kindOfFile(bytes, contentType, filename ?? "");
  if (kind === null) throw invalid(path, "is of a kind that is not read here; give a PDF, DOCX, HTML or TXT file");
  if (kind === "pdf" || kind === "docx") return readDocument(bytes, kind, path, reading);
  const decoded = decodeBytes(bytes, contentType);
  if ("refusal" in decoded) throw invalid(path, decoded.refusal.message);
  if (kind === "text") return { ...fromPlainText(decoded.text), about: {} };
  const { metadata, ...canonical } = fromHtml(decoded.text, url === null ? {} : { url });
  return { ...canonical, about: metadata };
}

export const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
