import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { atOneMoment } from "@/platform/db/at-one-moment";
import { streamFrom, type Write } from "@/platform/stream-from";
import type { Block } from "../rules/report/block";
import { toMarkdown } from "../rules/report/markdown";
import type { Tally } from "../rules/tally";
import type { ReportQuery } from "./report-about";
import { reportBlocks } from "./report-blocks";
import { prepareConflicts } from "./report-conflicts";

/** Gives a report's blocks one after the other to `take`; at the end the hash of the report, whatever it is written as. */
export type EachBlock = (take: (block: Block) => Promise<void>) => Promise<string>;

/** Begins a report as a file that `work` writes. A case of another team is refused at once. */
export async function reportStream(
  ctx: Ctx,
  asked: { caseId: string; filter: ClaimFilter; sort: ClaimSort; tally: Tally },
  work: (eachBlock: EachBlock, write: Write) => Promise<void>,
): Promise<Readable> {
  const { blind } = await getCase(ctx, asked.caseId);
  const query = { ...asked, blind };
  return streamFrom((write) => work((take) => eachBlock(ctx, query, take), write));
}

async function eachBlock(ctx: Ctx, query: ReportQuery, take: (block: Block) => Promise<void>): Promise<string> {
  await prepareConflicts(ctx, query);
  return atOneMoment(ctx, async (ctx) => {
    const hash = createHash("sha256");
    for await (const block of reportBlocks(ctx, query)) {
      if (block.block !== "cover") hash.update(toMarkdown(block));
      await take(block);
    }
    return hash.digest("hex");
  });
}
