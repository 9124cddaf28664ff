import type { Readable } from "node:stream";
import type { ClaimFilter, ClaimSort } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { svgToPng } from "@/platform/pictures";
import { type Spool, withSpools } from "@/platform/spool";
import { writeZip, type ZipEntry } from "@/platform/zip/write-zip";
import { type Block, ours } from "../rules/report/block";
import { HASH_WORDS } from "../rules/report/cover";
import { type Numbers, openNumbers, type Part, type Picture, sectionOf, toDocx } from "../rules/report/docx-body";
import {
  contents,
  DOCUMENT_CLOSE,
  DOCUMENT_OPEN,
  documentRelations,
  FOOTNOTES_CLOSE,
  FOOTNOTES_OPEN,
  staticParts,
} from "../rules/report/docx-parts";
import type { Tally } from "../rules/tally";
import { type EachBlock, reportStream } from "./report-stream";

/**
 * A case as a report for Word. Its table of contents stands before what it lists and its footnotes behind what they
 * explain, so the text lies on disk until it is whole; memory holds headings and pictures only.
 */
export function exportDocx(
  ctx: Ctx,
  caseId: string,
  filter: ClaimFilter,
  sort: ClaimSort = "number",
  tally: Tally = {},
): Promise<Readable> {
  return reportStream(ctx, { caseId, filter, sort, tally }, (eachBlock, write) =>
    withSpools(["body", "footnotes"], async ([body, footnotes]) => {
      if (!body || !footnotes) throw new Error("There is nowhere to write to.");
      const written = await writeBody(eachBlock, body, footnotes);
      const about = { title: written.title, by: ctx.actor.name, at: new Date().toISOString() };
      for await (const chunk of writeZip(entries(about, written, body, footnotes))) await write(chunk);
    }),
  );
}

type Written = {
  numbers: Numbers;
  title: string;
  cover: string;
  headings: NonNullable<Part["heading"]>[];
  pictures: Buffer[];
};

async function writeBody(eachBlock: EachBlock, body: Spool, footnotes: Spool): Promise<Written> {
  const numbers = openNumbers();
  const written: Written = { numbers, title: "", cover: "", headings: [], pictures: [] };
  const take = async (block: Block) => {
    const part = toDocx(block, numbers, await drawn(block, written));
    if (block.block === "cover") {
      written.title = block.title;
      written.cover = part.body;
      return;
    }
    if (part.heading) written.headings.push(part.heading);
    if (part.footnote) await footnotes.write(part.footnote);
    await body.write(part.body);
  };
  const hash = await eachBlock(take);
  await take({ block: "paragraph", text: [ours(`${HASH_WORDS}: ${hash}`)], quiet: true });
  return written;
}

/** Width and height as the picture's own header has them. */
async function drawn(block: Block, { pictures }: Written): Promise<Picture | undefined> {
  if (block.block !== "picture") return undefined;
  const png = await svgToPng(block.svg);
  pictures.push(png);
  return { name: block.name, width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

function* entries(
  about: { title: string; by: string; at: string },
  { numbers, cover, headings, pictures }: Written,
  body: Spool,
  footnotes: Spool,
): Generator<ZipEntry> {
  for (const { name, content } of staticParts(about)) yield { name, parts: [content] };
  yield { name: "word/_rels/document.xml.rels", parts: [documentRelations(pictures.length)] };
  const head = `${DOCUMENT_OPEN}${cover}${contents(headings)}`;
  const tail = `${sectionOf("upright", numbers)}${DOCUMENT_CLOSE}`;
  yield { name: "word/document.xml", parts: around(head, body, tail) };
  yield { name: "word/footnotes.xml", parts: around(FOOTNOTES_OPEN, footnotes, FOOTNOTES_CLOSE) };
  for (const [index, png] of pictures.entries()) yield { name: `word/media/picture${index + 1}.png`, parts: [png] };
}

async function* around(head: string, spool: Spool, tail: string): AsyncGenerator<string> {
  yield head;
  yield* spool.read();
  yield tail;
}
