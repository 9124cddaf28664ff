import { readFile } from "node:fs/promises";
import path from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { runImport } from "@/features/sheet/commands/run-import";
import { startExport } from "@/features/sheet/commands/start-export";
import { startImport } from "@/features/sheet/commands/start-import";
import { getImport } from "@/features/sheet/queries";
import { ExportFormat, type Import, type ImportError } from "@/features/sheet/schema";
import { invalid } from "@/platform/errors";
import { type Command, requiredText, text } from "./command";
import { findCase } from "./find-case";
import { writeWhole } from "./write-whole";

export const sheetImport: Command = {
  name: "sheet import",
  usage: "--case C [--dry-run] FILE",
  summary:
    "Brings a claim sheet into a case, or says what it would change. Prints the counts; refused rows on standard error.",
  options: { case: { type: "string" }, "dry-run": { type: "boolean" } },
  required: ["case"],
  positionals: ["FILE"],
  run: async (given) => {
    const { ctx, caseId } = await findCase(requiredText(given, "case"));
    const file = given.resolvePath(given.positionals[0] ?? "");
    const bytes = await readFile(file).catch((error: Error) => {
      throw invalid("FILE", `cannot be read: ${error.message}`);
    });
    const dryRun = given.options["dry-run"] === true;
    const input = { caseId, filename: path.basename(file), contentType: "text/csv", bytes, dryRun };
    const { id } = await startImport(ctx, input, { queue: false });
    await runImport({ teamId: ctx.teamId, importId: id });
    const report = await getImport(ctx, id);
    for (const error of report.errors) given.note(lineOf(error));
    const failed = report.status !== "done";
    return { text: countsOf(report), json: report, failed, incomplete: report.failed > 0 };
  },
};

const countsOf = ({ status, created, updated, unchanged, failed }: Import) =>
  status === "done"
    ? `${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} failed`
    : "Nothing was imported.";

const lineOf = ({ row, column, message }: ImportError) =>
  [row > 0 ? `row ${row}` : "", column, message].filter((part) => part !== "").join(": ");

export const sheetExport: Command = {
  name: "sheet export",
  usage: "--case C --format F [--out FILE]",
  summary: "Writes a case's claim sheet to a file, or to standard output.",
  options: { case: { type: "string" }, format: { type: "string" }, out: { type: "string" } },
  required: ["case", "format"],
  run: async (given) => {
    const asked = requiredText(given, "format");
    const format = ExportFormat.safeParse(asked).data;
    if (!format) throw invalid("format", `is "${asked}": takes ${ExportFormat.options.join(", ")}`);
    const { ctx, caseId } = await findCase(requiredText(given, "case"));
    const { file: sheet, recorded } = await startExport(ctx, { caseId, format, filter: {} });
    const out = text(given, "out");
    if (out === undefined) {
      await pipeline(sheet, toStandardOutput());
      await recorded;
      return { text: "", json: undefined };
    }
    const file = given.resolvePath(out);
    await writeWhole(file, (stream) => pipeline(sheet, stream));
    await recorded;
    return { text: file, json: { file } };
  },
};

/** Standard output as a stream whose end does not close it. */
const toStandardOutput = () =>
  new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      process.stdout.write(chunk, (error) => done(error));
    },
  });
