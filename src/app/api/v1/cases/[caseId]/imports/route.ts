import { startImport } from "@/features/sheet/commands/start-import";
import { endpoint } from "@/platform/endpoint";
import { invalid } from "@/platform/errors";
import type { FormFile } from "@/platform/http/body";
import * as operations from "../../../_operations/sheet";

export const POST = endpoint(
  operations.startImport,
  (ctx, { params, query, file }) => startImport(ctx, { ...params, ...query, ...requireCsv(file) }),
  { upload: true },
);

/** A spreadsheet or JSON by its type or its first bytes: told at once rather than by a failed import. */
function requireCsv(file: FormFile | undefined): FormFile {
  if (!file || file.bytes.byteLength === 0) throw invalid("file", "is empty");
  const { bytes, contentType } = file;
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (zipped || /json|spreadsheetml/i.test(contentType)) {
    throw invalid("file", "is no CSV; this version reads the claim sheet as CSV in UTF-8");
  }
  const filename = file.filename.slice(0, 300) || "sheet.csv";
  return { bytes, contentType: contentType || "text/csv", filename };
}
