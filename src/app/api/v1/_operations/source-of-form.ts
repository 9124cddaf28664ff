import { decodeBytes, kindOfFile } from "@/features/article/rules/decode-bytes";
import { invalid, refuse } from "@/platform/errors";
import type { FormFile } from "@/platform/http/body";

/** A form's fields with its file read as text or HTML: what the JSON body would have been. */
export function sourceOfForm(fields: Record<string, string>, file: FormFile | undefined): Record<string, string> {
  if (!file) return fields;
  const kind = kindOfFile(file.contentType, file.filename);
  if (kind === null)
    throw invalid("file", "is of a kind that is not read here: send a text (.txt) or HTML (.html) file");
  const decoded = decodeBytes(file.bytes, file.contentType);
  if ("refusal" in decoded) refuse(decoded.refusal);
  return "text" in decoded ? { ...fields, [kind]: decoded.text } : fields;
}
