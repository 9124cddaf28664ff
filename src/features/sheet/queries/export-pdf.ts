import type { Readable } from "node:stream";
import { getCase } from "@/features/case/queries";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { PdfDocument } from "@/platform/pdf/pdf-document";
import { ours } from "../rules/report/block";
import { HASH_WORDS } from "../rules/report/cover";
import type { Tally } from "../rules/tally";
import { drawBlock } from "./pdf-blocks";
import { reportStream } from "./report-stream";

/** A case as a report for print: pages leave as they are finished. */
export async function exportPdf(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  const { title } = await getCase(ctx, caseId);
  return reportStream(ctx, { caseId, filter, sort, tally }, async (eachBlock, write) => {
    const pdf = new PdfDocument({ title, author: ctx.actor.name, at: new Date() });
    const hash = await eachBlock(async (block) => {
      await drawBlock(pdf, block);
      for (const chunk of pdf.take()) await write(chunk);
    });
    await drawBlock(pdf, { block: "paragraph", text: [ours(`${HASH_WORDS}: ${hash}`)], quiet: true });
    if (pdf.missing > 0) {
      const count = pdf.missing === 1 ? "1 character is" : `${pdf.missing.toLocaleString("en")} characters are`;
      const text = `${count} set as an empty box, for the typefaces of this document (Latin, Greek, Cyrillic, Arabic) lack them. Word and Markdown have them.`;
      await drawBlock(pdf, { block: "paragraph", text: [ours(text)] });
    }
    for (const chunk of await pdf.end()) await write(chunk);
  });
}
