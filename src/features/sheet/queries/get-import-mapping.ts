import { type Ctx, db } from "@/platform/context";
import { AppError } from "@/platform/errors";
import { Reading } from "../rules/reading";
import { requireOwnImport } from "./list-import-rows";

/** How the file of an import was read, with samples of its cells. */
export async function getImportMapping(ctx: Ctx, importId: string): Promise<Reading> {
  await requireOwnImport(ctx, importId);
  const found = await db(ctx).import.findUnique({
    where: { teamId_id: { teamId: ctx.teamId, id: importId } },
    select: { reading: true },
  });
  const reading = Reading.safeParse(found?.reading).data;
  if (!reading) throw new AppError("NOT_FOUND", "The file has not been read, or is none that has columns.");
  return reading;
}
