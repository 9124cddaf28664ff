import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { FetchRefused } from "./fetch-refused";

/** Reads an answer to its end as it is unpacked, never holding more than `max` bytes of it. */
export async function readBody(body: Readable, encoding: string, max: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of atMost(unpacked(body, encoding, max), max)) parts.push(part);
  return new Uint8Array(Buffer.concat(parts));
}

/** Both sides of unpacking are counted: a stream of empty blocks never becomes anything, and never ends. */
async function* unpacked(body: Readable, encoding: string, max: number): AsyncGenerator<Buffer> {
  const packed = atMost(body, max);
  const coding = encoding.trim().toLowerCase();
  if (coding === "" || coding === "identity") {
    yield* packed;
    return;
  }
  const { value: first } = await packed.next();
  if (!first) return;
  const unpack = unpackerFor(coding, first);
  // A failure on either side ends the other; whoever reads is told by the loop.
  pipeline(withFirst(first, packed), unpack, () => undefined);
  for await (const chunk of unpack) yield chunk as Buffer;
}

async function* withFirst(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* atMost(source: AsyncIterable<Buffer>, max: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > max) throw tooLarge(max);
    yield chunk;
  }
}

function unpackerFor(coding: string, first: Buffer): Transform {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      // The standard means zlib; some servers send the bare stream, whose first byte does not look like zlib's.
      return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      throw new FetchRefused("type", "The site sends the page packed in a way that was not asked for.");
  }
}

/** Refuses by the length that is told; one that is not told, or told wrongly, is found out by reading. */
export function requireLength(length: string, max: number): void {
  if (Number(length) > max) throw tooLarge(max);
}

const tooLarge = (max: number) =>
  new FetchRefused("too-large", `The page is larger than ${max / 1_000_000} MB, the most that is fetched.`);
