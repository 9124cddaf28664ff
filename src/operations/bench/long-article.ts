import { addArticle } from "@/features/article/commands/add-article";
import { AddArticle } from "@/features/article/schema";
import { openCase } from "@/features/case/commands/open-case";
import { recordClaim } from "@/features/claim/commands/record-claim";
import { RecordClaim } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";
import { random, sentenceOf } from "./random-words";

const CHARACTERS = 600_000;
const CLAIMS = 2000;
const SENTENCES = 5;

/** An article as long as a book of 300 pages, with a claim on every third sentence or so; the address of both in the team. */
export async function makeLongArticle(ctx: Ctx): Promise<string> {
  const next = random(11);
  const sentences: string[] = [];
  const paragraphs: string[] = [];
  for (let length = 0; length < CHARACTERS; ) {
    const own = Array.from({ length: SENTENCES }, () => sentenceOf(next, 12 + Math.floor(next() * 12)));
    sentences.push(...own);
    paragraphs.push(own.join(" "));
    length += own.join(" ").length + 2;
  }
  const { id: caseId } = await openCase(ctx, { title: "A long article", description: "", blind: false });
  const text = paragraphs.join("\n\n");
  const { id: articleId } = await addArticle(ctx, {
    ...AddArticle.parse({ title: "Three hundred pages", outlet: "Karsk Courier", text }),
    caseId,
  });
  const every = sentences.length / CLAIMS;
  for (let index = 0; index < CLAIMS; index++) {
    const exact = sentences[Math.floor(index * every)] ?? "";
    const start = text.indexOf(exact);
    const quote = { exact, start, end: start + exact.length };
    await recordClaim(ctx, { ...RecordClaim.parse({ statement: exact, articleId, quote }), caseId });
  }
  return `cases/${caseId}/articles/${articleId}`;
}
