import { z } from "zod";
import { vouchFor } from "@/platform/auth/vouch";
import { transact } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { AppError } from "@/platform/errors";
import { enqueue } from "@/platform/jobs";
import type { CaptureOrigin } from "../schema";
import { INTAKE_TASK, intakeKey } from "./intake-task";
import { type Capture, captureOf, readCapture } from "./open-source";

const Payload = z.object({ teamId: z.guid(), intakeId: z.guid() });
type Payload = z.infer<typeof Payload>;

/** How often progress is written at most. */
const TELL_MS = 250;

/** The job: fetches and reads what was sent. What cannot be read says so; nobody but its sender has to do with it. */
export const readIntake = (payload: unknown): Promise<void> => runIntake(Payload.parse(payload));

/** Again, for one that is over or gone, it does nothing. */
export async function runIntake({ teamId, intakeId: id }: Payload): Promise<void> {
  const where = { teamId_id: { teamId, id } };
  const found = await prisma().intake.findUnique({ where });
  if (!found || found.status === "done" || found.status === "failed") return;
  // Thrown away meanwhile, it has no row to write to; that ends the job without a word.
  const write = (data: Parameters<ReturnType<typeof prisma>["intake"]["updateMany"]>[0]["data"]) =>
    prisma().intake.updateMany({ where: { teamId, id }, data: { ...data, version: { increment: 1 } } });
  try {
    await write({ status: "running" });
    const capture = await heldOrFetched(found);
    const { text, blocks, about } = await readCapture(capture, {
      onProgress: throttled((done, total) => write({ done, total })),
    });
    const { bytes, contentType, url } = capture;
    await write({ status: "done", text, blocks, about, bytes, contentType, url });
  } catch (error) {
    if (!(error instanceof AppError)) console.error(error);
    await write({ status: "failed", problem: problemOf(error) });
  }
}

type Held = {
  origin: CaptureOrigin;
  address: string | null;
  bytes: Uint8Array<ArrayBuffer> | null;
  contentType: string | null;
  filename: string | null;
  url: string | null;
};

function heldOrFetched({ address, bytes, contentType, ...held }: Held): Promise<Capture> | Capture {
  if (bytes === null) return captureOf({ fetchUrl: address ?? "" });
  return { ...held, bytes, contentType: contentType ?? "" };
}

/** What stands in the way, as a sentence. */
function problemOf(error: unknown): string {
  if (!(error instanceof AppError)) return "Something went wrong on the server while this was read. Try it again.";
  return /^\p{Lu}/u.test(error.message) ? error.message : `The source ${error.message}.`;
}

/** Writes what is told at most four times a second; a figure that is late is told by the next. */
function throttled(tell: (done: number, total: number) => Promise<unknown>): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    const now = Date.now();
    if (now - last < TELL_MS) return;
    last = now;
    void tell(done, total).catch(() => {});
  };
}

/** Puts every source back into the queue that a process left unread when it ended. */
export async function resumeIntakes(): Promise<void> {
  const unfinished = await prisma().intake.findMany({
    where: { status: { in: ["queued", "running"] } },
    select: { teamId: true, id: true, createdById: true },
  });
  for (const { teamId, id, createdById } of unfinished) {
    const ctx = vouchFor({ teamId, userId: createdById, name: "", role: "viewer" }, "system");
    await transact(ctx, (ctx) => enqueue(ctx, INTAKE_TASK, { teamId, intakeId: id }, { key: intakeKey(id) }));
  }
}
