import { Readable } from "node:stream";
import { exportRefused } from "@/features/sheet/queries/export-refused";
import { rawEndpoint } from "@/platform/endpoint";
import { attachment } from "@/platform/http/attachment";
import * as operations from "../../../_operations/sheet";

export const GET = rawEndpoint(operations.exportRefused, async ({ ctx }, { params }) => {
  const { filename, lines } = await exportRefused(ctx, params.importId);
  return new Response(Readable.toWeb(Readable.from(lines)) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(filename, "csv"),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
