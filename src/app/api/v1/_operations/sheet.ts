import { z } from "zod";
import { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import { ExportFormat, Import, MAX_FILE_BYTES } from "@/features/sheet/schema";
import { operation } from "@/platform/http/operation";

const tag = "Claim sheet";

export const exportSheet = operation({
  id: "exportSheet",
  tag,
  method: "get",
  path: "/cases/{caseId}/export",
  summary: "The claim sheet as a file, streamed; takes the filters of the list of claims",
  query: ClaimFilter.extend({ format: ExportFormat.default("csv"), sort: ClaimSort.optional() }),
  streams: ["text/csv"],
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
