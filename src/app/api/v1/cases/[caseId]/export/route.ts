import { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import { exportCsv } from "@/features/sheet/queries/export-csv";
import { rawEndpoint } from "@/platform/endpoint";
import { invalid } from "@/platform/errors";
import { attachment } from "@/platform/http/attachment";
import * as operations from "../../../_operations/sheet";

export const GET = rawEndpoint(operations.exportSheet, async ({ ctx }, { params, query }, request) => {
  const { format, sort, ...filter } = query;
  if (format !== "csv") throw invalid("format", `is "${format}"; this version writes csv`);
  const { title } = await getCase(ctx, params.caseId);
  const sheet = await exportCsv(ctx, params.caseId, filter, sort);
  request.signal.addEventListener("abort", () => sheet.destroy(), { once: true });
  return new Response(Readable.toWeb(sheet) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": attachment(title, "csv"),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
