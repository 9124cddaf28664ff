import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { atOneMoment } from "@/platform/db/at-one-moment";
import { streamFrom } from "@/platform/stream-from";
import { HASH_WORDS } from "../rules/report/cover";
import { toMarkdown } from "../rules/report/markdown";
import type { Tally } from "../rules/tally";
import { reportBlocks } from "./report-blocks";
import { prepareConflicts } from "./report-conflicts";

/** A case as a report in Markdown. */
export async function exportMarkdown(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  const { blind } = await getCase(ctx, caseId);
  const query = { caseId, blind, filter, sort, tally };
  return streamFrom(async (write) => {
    await prepareConflicts(ctx, query);
    await atOneMoment(ctx, async (ctx) => {
      const hash = createHash("sha256");
      for await (const block of reportBlocks(ctx, query)) {
        const text = toMarkdown(block);
        if (block.block !== "cover") hash.update(text);
        await write(text);
      }
      await write(`${HASH_WORDS}: \`${hash.digest("hex")}\`\n`);
    });
  });
}
