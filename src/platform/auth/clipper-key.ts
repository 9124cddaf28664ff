import { createHmac } from "node:crypto";

/** What a person's own bookmark of a case says, so that no other page can put sources before them. */
export const clipperKey = (userId: string, caseId: string): string =>
  createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(`clipper ${userId} ${caseId}`)
    .digest("base64url")
    .slice(0, 32);
