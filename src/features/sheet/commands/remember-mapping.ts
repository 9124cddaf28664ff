import { createHash } from "node:crypto";
import type { Ctx, TxCtx } from "@/platform/context";
import { db } from "@/platform/context";
import { Mapping } from "../rules/mapping";
import { headingsOf, type Reading } from "../rules/reading";

const keyOf = (headings: readonly string[]) => createHash("sha256").update(JSON.stringify(headings)).digest("hex");

/** What the team said of these headings the last time they were imported. How that file was written is no part of it. */
export async function findMapping(ctx: Ctx, reading: Reading): Promise<Mapping | null> {
  const found = await db(ctx).sheetMapping.findUnique({
    where: { teamId_headings: { teamId: ctx.teamId, headings: keyOf(headingsOf(reading)) } },
    select: { mapping: true },
  });
  return Mapping.safeParse(found?.mapping).data ?? null;
}

export async function rememberMapping(ctx: TxCtx, reading: Reading, { columns, dates }: Mapping): Promise<void> {
  const { teamId } = ctx;
  const headings = keyOf(headingsOf(reading));
  const mapping = { columns, ...(dates && { dates }) };
  await ctx.tx.sheetMapping.upsert({
    where: { teamId_headings: { teamId, headings } },
    create: { teamId, headings, mapping },
    update: { mapping },
    select: { teamId: true },
  });
}
