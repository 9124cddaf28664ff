import { invalid, refuse } from "@/platform/errors";
import { decodeBytes, kindOfFile } from "../rules/decode-bytes";
import type { Source } from "./read-source";

/** A pasted source as it is; an uploaded file as the text or HTML that it holds, with its bytes beside. */
export async function readUpload({ file, ...pasted }: { text?: string; html?: string; file?: File }): Promise<Source> {
  if (!file) return pasted;
  const kind = kindOfFile(file.type, file.name);
  if (kind === null) throw invalid("file", "is of a kind that is not read here; give a TXT or HTML file");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const decoded = decodeBytes(bytes, file.type);
  if ("refusal" in decoded) refuse(decoded.refusal);
  const text = "text" in decoded ? decoded.text : "";
  const contentType = file.type || (kind === "html" ? "text/html" : "text/plain");
  return { [kind]: text, file: { bytes, contentType, filename: file.name.slice(0, 300) } };
}
