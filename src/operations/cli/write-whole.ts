import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { Writable } from "node:stream";
import { AppError, invalid } from "@/platform/errors";

/** A file that is there whole or not at all, for its owner's eyes: written beside its place, then put there. */
export async function writeWhole(file: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  const draft = `${file}.${process.pid}.part`;
  try {
    await write(createWriteStream(draft, { flags: "wx", mode: 0o600 }));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof AppError) throw error;
    throw invalid("out", `cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
