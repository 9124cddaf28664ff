import type { Readable } from "node:stream";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import type { Tally } from "../rules/tally";
import type { ExportFormat } from "../schema";
import { exportCsv } from "./export-csv";
import { exportDocx } from "./export-docx";
import { exportJson } from "./export-json";
import { exportJsonLd } from "./export-json-ld";
import { exportMarkdown } from "./export-markdown";
import { exportPdf } from "./export-pdf";
import { exportStix } from "./export-stix";
import { exportXlsx } from "./export-xlsx";

type Format = {
  contentType: string;
  extension: string;
  /**
   * Begins to write a case's sheet as the caller may see it; what it reads comes from one snapshot. The tally tells how
   * much was written so far, and at the end how much the file holds.
   */
  write: (ctx: Ctx, caseId: string, filter: ClaimFilter, sort?: ClaimSort, tally?: Tally) => Promise<Readable>;
};

/** The formats that a sheet goes out in, by the name that the API and the command line know them by. */
export const EXPORT_FORMATS = {
  csv: { contentType: "text/csv; charset=utf-8; header=present", extension: "csv", write: exportCsv },
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    write: exportXlsx,
  },
  json: { contentType: "application/json; charset=utf-8", extension: "json", write: exportJson },
  md: { contentType: "text/markdown; charset=utf-8; variant=CommonMark", extension: "md", write: exportMarkdown },
  docx: {
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    write: exportDocx,
  },
  pdf: { contentType: "application/pdf", extension: "pdf", write: exportPdf },
  jsonld: {
    contentType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    extension: "jsonld",
    write: exportJsonLd,
  },
  stix: { contentType: "application/stix+json; version=2.1", extension: "stix.json", write: exportStix },
} satisfies Record<ExportFormat, Format>;
