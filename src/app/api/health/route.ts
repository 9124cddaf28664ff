import { prisma } from "@/platform/db/client";

const headers = { "Cache-Control": "no-store" };

/** For balancers: well only while the database answers. Needs no token and tells nothing else. */
export async function GET(): Promise<Response> {
  try {
    await prisma().$queryRaw`SELECT 1`;
    return Response.json({ status: "ok" }, { headers });
  } catch {
    return Response.json({ status: "unavailable" }, { status: 503, headers });
  }
}
