import { z } from "zod";
import { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import {
  EditCells,
  EditedCells,
  ExportFormat,
  FindPlace,
  GridQuery,
  GridRow,
  Import,
  ListGridRows,
  MAX_FILE_BYTES,
  Outline,
} from "@/features/sheet/schema";
import { Id, pageOf } from "@/platform/fields";
import { operation } from "@/platform/http/operation";

const tag = "Claim sheet";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exportSheet = operation({
  id: "exportSheet",
  tag,
  method: "get",
  path: "/cases/{caseId}/export",
  summary: "The claim sheet as a file, streamed; takes the filters of the list of claims",
  query: ClaimFilter.extend({ format: ExportFormat.default("csv"), sort: ClaimSort.optional() }),
  streams: ["text/csv", XLSX, "text/markdown"],
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
    "multipart/form-data": z.object({ file: z.string().meta({ format: "binary" }) }),
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
