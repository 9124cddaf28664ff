import { getCase } from "@/features/case/queries";
import type { Ctx } from "@/platform/context";
import { type Lineage, lineageOf } from "../rules/camp-origins";
import { conflictGroups, type Group } from "../rules/camps";
import { standingLinks } from "./standing-links";

/** The conflicts of a case as the caller may know them, and who repeats whom in it. */
export async function readGroups(ctx: Ctx, caseId: string): Promise<{ lineage: Lineage; groups: Group[] }> {
  const links = await standingLinks(ctx, caseId);
  if (links.length === 0) await getCase(ctx, caseId);
  return { lineage: lineageOf(links), groups: conflictGroups(links) };
}
