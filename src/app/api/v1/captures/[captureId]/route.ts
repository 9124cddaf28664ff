import { getCaptureFile } from "@/features/article/queries/custody";
import { rawEndpoint } from "@/platform/endpoint";
import { attachment } from "@/platform/http/attachment";
import * as operations from "../../_operations/articles";

/** What was fetched may be hostile: it is a file to keep, and never a page of ours. */
export const GET = rawEndpoint(operations.downloadCapture, async ({ ctx }, { params }) => {
  const { bytes, filename, contentType, title, ordinal } = await getCaptureFile(ctx, params.captureId);
  const name = filename ?? `${title}, version ${ordinal}.${extensionOf(contentType)}`;
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": attachment(name.replace(ENDING, ""), ENDING.exec(name)?.[1]?.toLowerCase() ?? "bin"),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});

const ENDING = /\.([a-z0-9]{1,5})$/i;

function extensionOf(contentType: string): string {
  if (/html/i.test(contentType)) return "html";
  if (/pdf/i.test(contentType)) return "pdf";
  if (/wordprocessingml/i.test(contentType)) return "docx";
  return /^text\/plain/i.test(contentType) ? "txt" : "bin";
}
