import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { readZip } from "@/platform/zip/read-zip";

/** The files of an archive by their names, each checked as it is unpacked. */
export async function unzipped(stream: Readable): Promise<Map<string, Buffer>> {
  const archive = readZip(await buffer(stream));
  const files = new Map<string, Buffer>();
  for (const name of archive.names()) {
    const pieces: Buffer[] = [];
    for await (const piece of archive.open(name)) pieces.push(piece);
    files.set(name, Buffer.concat(pieces));
  }
  return files;
}
