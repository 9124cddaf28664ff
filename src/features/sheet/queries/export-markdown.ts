import type { Readable } from "node:stream";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { HASH_WORDS } from "../rules/report/cover";
import { toMarkdown } from "../rules/report/markdown";
import type { Tally } from "../rules/tally";
import { reportStream } from "./report-stream";

/** A case as a report in Markdown. */
export function exportMarkdown(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  return reportStream(ctx, { caseId, filter, sort, tally }, async (eachBlock, write) => {
    const hash = await eachBlock((block) => write(toMarkdown(block)));
    await write(`${HASH_WORDS}: \`${hash}\`\n`);
  });
}
