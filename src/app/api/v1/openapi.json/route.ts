import { openEndpoint } from "@/platform/endpoint";
import { getOpenApi } from "../_operations/account";
import { openApiDocument } from "../_operations/document";

let written: string | undefined;

export const GET = openEndpoint(getOpenApi, async () => {
  written ??= JSON.stringify(openApiDocument());
  return new Response(written, { headers: { "Content-Type": "application/json", "Cache-Control": "no-cache" } });
});
