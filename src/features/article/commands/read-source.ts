import { createHash } from "node:crypto";
import { detect } from "tinyld";
import type { CanonicalText } from "@/anchoring/canonical-text";
import { fromHtml } from "@/anchoring/html/from-html";
import { fromPlainText } from "@/anchoring/plain-text";
import { AppError, invalid } from "@/platform/errors";
import { directionOf } from "../rules/direction";
import { MAX_TEXT } from "../schema";

/** What an article is read from. `file` keeps the bytes as they came. */
export type Source = { text?: string | undefined; html?: string | undefined; file?: RawFile | undefined };
export type RawFile = { bytes: Uint8Array; contentType: string; filename: string };

/** The canonical text of a source; refused where nothing readable is in it. */
export function readSource({ text, html }: Source): CanonicalText {
  const path = html === undefined ? "text" : "html";
  const canonical = html === undefined ? fromPlainText(text ?? "") : fromHtml(html);
  if (canonical.text === "") throw invalid(path, "holds no readable text");
  if (canonical.text.length > MAX_TEXT) {
    throw new AppError("TOO_LARGE", `An article may have at most ${MAX_TEXT.toLocaleString("en")} characters.`);
  }
  return canonical;
}

/** BCP 47 tag of the text: the one given, else detected, else `und`; and the direction it is written in. */
export function readLanguage(given: string | null | undefined, text: string) {
  const language = given || detect(text.slice(0, 5000)) || "und";
  return { language, direction: directionOf(language, text) };
}

export const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

/** The bytes to keep as the capture: the upload itself, else what was pasted. */
export function captureOf({ text, html, file }: Source) {
  const bytes = file?.bytes ?? new TextEncoder().encode(html ?? text ?? "");
  const contentType =
    file?.contentType ?? (html === undefined ? "text/plain; charset=utf-8" : "text/html; charset=utf-8");
  return { bytes: new Uint8Array(bytes), contentType, sha256: sha256(bytes), filename: file?.filename ?? null };
}
