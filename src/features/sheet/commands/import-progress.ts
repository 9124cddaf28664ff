import { prisma } from "@/platform/db/client";
import type { Reading } from "../rules/reading";
import type { ImportError } from "../schema";

/** One run of an import: what is told under an older version than the row's own comes too late. */
export type Run = { teamId: string; importId: string; version: number };

/** The import was cancelled, or is to be read otherwise: what this run has done is undone. */
export class Superseded extends Error {}

const EVERY_MS = 500;

type Told = {
  status?: "running" | "failed";
  phase?: "reading" | "checking" | "writing";
  total?: number;
  done?: number;
  errors?: ImportError[];
  reading?: Reading;
};

/** Progress shows while the rows are not yet there for others: it is told outside the import's transaction. */
export async function tell({ teamId, importId, version }: Run, data: Told): Promise<void> {
  const { count } = await prisma().import.updateMany({
    where: { teamId, id: importId, version, status: { in: ["queued", "running"] } },
    data,
  });
  if (count === 0) throw new Superseded();
}

/** Tells now and then how far a run is; throws `Superseded` where nobody wants it any more. */
export function progress(
  run: Run,
  before = 0,
): { add: (rows: number) => Promise<void>; at: (rows: number) => Promise<void> } {
  let done = before;
  let told = Date.now();
  const at = async (rows: number) => {
    done = rows;
    if (Date.now() - told < EVERY_MS) return;
    told = Date.now();
    await tell(run, { done });
  };
  return { at, add: (rows) => at(done + rows) };
}
