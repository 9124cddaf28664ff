import { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import { EXPORT_FORMATS } from "@/features/sheet/queries/export-formats";
import { rawEndpoint } from "@/platform/endpoint";
import { attachment } from "@/platform/http/attachment";
import * as operations from "../../../_operations/sheet";

export const GET = rawEndpoint(operations.exportSheet, async ({ ctx }, { params, query }, request) => {
  const { format, sort, ...filter } = query;
  const { contentType, extension, write } = EXPORT_FORMATS[format];
  const { title } = await getCase(ctx, params.caseId);
  const sheet = await write(ctx, params.caseId, filter, sort);
  request.signal.addEventListener("abort", () => sheet.destroy(), { once: true });
  return new Response(Readable.toWeb(sheet) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": attachment(title, extension),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
