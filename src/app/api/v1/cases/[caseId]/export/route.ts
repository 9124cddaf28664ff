import { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import { startExport } from "@/features/sheet/commands/start-export";
import { rawEndpoint } from "@/platform/endpoint";
import { attachment } from "@/platform/http/attachment";
import * as operations from "../../../_operations/sheet";

export const GET = rawEndpoint(operations.exportSheet, async ({ ctx }, { params, query }, request) => {
  const { format, sort, exportId, ...filter } = query;
  const { title } = await getCase(ctx, params.caseId);
  const { id, file, contentType, extension } = await startExport(ctx, { ...params, format, filter, sort, exportId });
  request.signal.addEventListener("abort", () => file.destroy(), { once: true });
  return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": attachment(title, extension),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Export-Id": id,
    },
  });
});
