import type { Ctx } from "@/platform/context";
import { notFound } from "@/platform/errors";
import { findSuspicions } from "../commands/find-suspicions";
import { linksOf } from "../rules/finding-basis";
import { readGroupOf } from "./read-groups";

/** The conflict of one claim, with the copies that are to be suspected in it now. Throws NOT_FOUND where it is in none. */
export async function readWithSuspicions(ctx: Ctx, caseId: string, number: number) {
  const held = await readGroupOf(ctx, caseId, number);
  if (!held) throw notFound("conflict");
  const hasChanged = await findSuspicions(ctx, { caseId, blind: held.blind }, held.group.camps, linksOf(held.group));
  return (hasChanged && (await readGroupOf(ctx, caseId, number))) || held;
}
