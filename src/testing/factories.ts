import type { z } from "zod";
import { addArticle } from "@/features/article/commands/add-article";
import { AddArticle, type Article } from "@/features/article/schema";
import { openCase } from "@/features/case/commands/open-case";
import { type Case, OpenCase } from "@/features/case/schema";
import { recordClaim } from "@/features/claim/commands/record-claim";
import { type Claim, RecordClaim } from "@/features/claim/schema";
import type { Ctx } from "@/platform/context";

/*
 * Rows for tests, made by the same schemas and commands that make them in the product: a test never starts from a state
 * that the product could not reach.
 */

let count = 0;
const next = () => {
  count += 1;
  return count;
};

export const testCase = (ctx: Ctx, input: Partial<z.input<typeof OpenCase>> = {}): Promise<Case> =>
  openCase(ctx, OpenCase.parse({ title: `Case ${next()}`, ...input }));

export const testArticle = (
  ctx: Ctx,
  caseId: string,
  input: Partial<z.input<typeof AddArticle>> = {},
): Promise<Article> => {
  const defaults = { title: `Article ${next()}`, outlet: "Daily Test" };
  const text = input.html === undefined ? { text: "The bridge was closed on Monday. Twelve people were hurt." } : {};
  return addArticle(ctx, { ...AddArticle.parse({ ...defaults, ...text, ...input }), caseId });
};

/** A claim with a statement; everything else as the input says. */
export const testClaim = (ctx: Ctx, caseId: string, input: Partial<z.input<typeof RecordClaim>> = {}): Promise<Claim> =>
  recordClaim(ctx, { ...RecordClaim.parse({ statement: `Claim ${next()}`, ...input }), caseId });
