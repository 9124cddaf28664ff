import { startImport } from "@/features/sheet/commands/start-import";
import { Mapping } from "@/features/sheet/rules/mapping";
import { endpoint } from "@/platform/endpoint";
import { invalid } from "@/platform/errors";
import type { FormFile } from "@/platform/http/body";
import { parseInput } from "@/platform/parse-input";
import * as operations from "../../../_operations/sheet";

export const POST = endpoint(
  operations.startImport,
  (ctx, { params, query, file, fields }) =>
    startImport(ctx, { ...params, ...query, ...requireFile(file), mapping: readMapping(fields.mapping) }),
  { upload: true },
);

/** What it is shows in its first bytes; a name and a type are only told back. */
function requireFile(file: FormFile | undefined): FormFile {
  if (!file || file.bytes.byteLength === 0) throw invalid("file", "is empty");
  const { bytes, contentType, filename } = file;
  return { bytes, contentType: contentType || "text/csv", filename: filename.slice(0, 300) || "sheet.csv" };
}

/** The part of the form that says what the columns become. */
function readMapping(text: string | undefined): Mapping | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  try {
    return parseInput(Mapping, JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid("mapping", "is not JSON");
    throw error;
  }
}
