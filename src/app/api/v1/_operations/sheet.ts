import { z } from "zod";
import { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { Mapping } from "@/features/sheet/rules/mapping";
import { Reading } from "@/features/sheet/rules/reading";
import {
  EditCells,
  EditedCells,
  Export,
  ExportFormat,
  FindPlace,
  GridQuery,
  GridRow,
  Import,
  ImportRow,
  ListGridRows,
  MAX_FILE_BYTES,
  Outline,
  RowOutcome,
} from "@/features/sheet/schema";
import { Id, PageQuery, pageOf, Version } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Claim sheet";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const exportSheet = operation({
  id: "exportSheet",
  tag,
  method: "get",
  path: "/cases/{caseId}/export",
  summary: "The claim sheet as a file, streamed; takes the filters of the list of claims",
  query: ClaimFilter.extend({
    format: ExportFormat.default("csv"),
    sort: ClaimSort.optional(),
    /** Under which the export is recorded, so that it can be followed: a UUID of the caller's own. */
    exportId: z.guid().optional(),
  }),
  streams: [
    "text/csv",
    XLSX,
    "application/json",
    "text/markdown",
    DOCX,
    "application/pdf",
    "application/ld+json",
    "application/stix+json",
  ],
});

export const listExports = operation({
  id: "listExports",
  tag,
  method: "get",
  path: "/cases/{caseId}/exports",
  summary: "What was taken out of a case, newest first: who, when, how much, and the hash of the file",
  query: PageQuery,
  answer: pageOf(Export),
});

export const getExport = operation({
  id: "getExport",
  tag,
  method: "get",
  path: "/exports/{exportId}",
  summary: "How far an export is, or what it was",
  answer: Export,
});

export const cancelExport = operation({
  id: "cancelExport",
  tag,
  method: "post",
  path: "/exports/{exportId}/cancel",
  summary: "End an export that is running; one that is over stays as it is",
  answer: Export,
});

export const startImport = operation({
  id: "startImport",
  tag,
  method: "post",
  path: "/cases/{caseId}/imports",
  summary: "Bring a claim sheet in, or with dryRun learn what it would change",
  query: z.object({ dryRun: z.stringbool().default(false) }),
  alsoTakes: {
    "text/csv": z.string(),
    [XLSX]: z.string().meta({ format: "binary" }),
    "application/json": z.unknown().meta({ description: "A case as it was exported as JSON" }),
    "multipart/form-data": z.object({
      file: z.string().meta({ format: "binary" }),
      mapping: z.string().optional().meta({
        contentMediaType: "application/json",
        description: "What the columns become, as for mapImport; without it they are recognised as far as that is sure",
      }),
    }),
  },
  maxBytes: MAX_FILE_BYTES,
  answer: Import,
  status: 202,
  location: ({ id }) => `/imports/${id}`,
});

export const getImport = operation({
  id: "getImport",
  tag,
  method: "get",
  path: "/imports/{importId}",
  summary: "How far an import is, what it did, and which rows it refused",
  answer: Import,
});

export const listSheetRows = operation({
  id: "listSheetRows",
  tag,
  method: "get",
  path: "/cases/{caseId}/sheet/rows",
  summary: "The rows of the sheet as a screen shows them, filtered and sorted like the list of claims",
  query: ListGridRows,
  answer: pageOf(GridRow),
});

export const outlineSheet = operation({
  id: "outlineSheet",
  tag,
  method: "get",
  path: "/cases/{caseId}/sheet/outline",
  summary: "How many rows the sheet has, and a cursor for every so manyth of them",
  query: GridQuery,
  answer: Outline,
});

export const placeOfClaim = operation({
  id: "placeOfClaim",
  tag,
  method: "get",
  path: "/cases/{caseId}/sheet/place",
  summary: "In which row of the sheet a claim stands, counted from 0",
  query: FindPlace,
  answer: z.object({
    claimId: Id,
    place: z.int().nullable().meta({ description: "Null where the filter leaves it out" }),
  }),
});

export const editCells = operation({
  id: "editCells",
  tag,
  method: "post",
  path: "/cases/{caseId}/sheet/edits",
  summary: "Change cells of many claims at once: all of them, or none",
  description:
    "What is wrong with a cell is told at `edits.<place>.text`. Where claims were changed since the version that an edit names, the answer is 409 with `current.cells`: what stands there now. `undo` gives back exactly what stood, sent as edits.",
  body: EditCells,
  maxBytes: 20_000_000,
  answer: EditedCells,
});

export const getImportMapping = operation({
  id: "getImportMapping",
  tag,
  method: "get",
  path: "/imports/{importId}/mapping",
  summary: "How the file was read: its encoding, its header, what each column was taken for and why, with samples",
  answer: Reading,
});

export const mapImport = operation({
  id: "mapImport",
  tag,
  method: "put",
  path: "/imports/{importId}/mapping",
  summary: "Say what the file's columns become; it is checked anew, and nothing is written",
  body: Mapping.extend({ version: Version.optional() }),
  answer: Import,
  status: 202,
});

export const writeImport = operation({
  id: "writeImport",
  tag,
  method: "post",
  path: "/imports/{importId}/write",
  summary: "Write what was checked: the rows that are right",
  answer: Import,
  status: 202,
});

export const cancelImport = operation({
  id: "cancelImport",
  tag,
  method: "post",
  path: "/imports/{importId}/cancel",
  summary: "Stop an import that waits or runs; nothing of it is written",
  answer: Import,
});

export const listImportRows = operation({
  id: "listImportRows",
  tag,
  method: "get",
  path: "/imports/{importId}/rows",
  summary: "What becomes of each row of the file, or became of it; for who brought it",
  query: PageQuery.extend({ outcome: RowOutcome.optional() }),
  answer: pageOf(ImportRow),
});

export const exportRefused = operation({
  id: "exportRefused",
  tag,
  method: "get",
  path: "/imports/{importId}/errors.csv",
  summary:
    "The refused rows as they stood in the file, with what is wrong in a last column, to be corrected and sent again",
  streams: ["text/csv"],
});
