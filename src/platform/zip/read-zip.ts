import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";

/** An archive that is broken, or that would unpack to more than anybody sends in earnest. */
export class UnreadableZip extends Error {
  override name = "UnreadableZip";
}

export type ZipLimits = {
  /** Of each part as it is unpacked, whatever it says of itself. */
  maxBytes: number;
  /** How many times larger than packed a part may become, once it is larger than 20 MB. */
  maxRatio: number;
  maxEntries: number;
};

const LIMITS: ZipLimits = { maxBytes: 2_000_000_000, maxRatio: 200, maxEntries: 5000 };
/** What is small and much alike packs to next to nothing without any harm. */
const FREE = 20_000_000;

type Entry = { method: number; packed: number; at: number; encrypted: boolean };

export type ZipFile = {
  has: (name: string) => boolean;
  names: () => string[];
  /** A file's bytes as they are unpacked. Throws `UnreadableZip` where there is no such file, it is broken or a bomb. */
  open: (name: string) => AsyncGenerator<Buffer>;
};

/**
 * Reads an archive that is held as bytes. Nothing is unpacked before it is asked for, and what is unpacked is counted as
 * it comes: the sizes that an archive tells are not believed.
 */
export function readZip(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): ZipFile {
  const within = { ...LIMITS, ...limits };
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(file, within.maxEntries);
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    open: async function* (name) {
      const entry = entries.get(name);
      if (!entry) throw new UnreadableZip(`The file has no part ${name}.`);
      let size = 0;
      for await (const chunk of unpack(file, name, entry)) {
        size += chunk.length;
        if (size > within.maxBytes || (size > FREE && size > entry.packed * within.maxRatio)) throw bomb();
        yield chunk;
      }
    },
  };
}

const bomb = () => new UnreadableZip("The file unpacks to far more than a sheet holds: it is not read.");
const broken = () => new UnreadableZip("The file is broken: it cannot be unpacked.");

async function* unpack(file: Buffer, name: string, { method, packed, at, encrypted }: Entry): AsyncGenerator<Buffer> {
  if (encrypted) throw new UnreadableZip("The file is locked with a password: save it without one.");
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw broken();
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const content = file.subarray(start, start + packed);
  if (content.length < packed) throw broken();
  if (method === 0) {
    yield content;
    return;
  }
  if (method !== 8) throw new UnreadableZip(`The part ${name} is packed in a way that is not known here.`);
  const inflate = createInflateRaw({ chunkSize: 1 << 16 });
  try {
    for await (const chunk of Readable.from([content], { objectMode: false }).pipe(inflate)) yield chunk as Buffer;
  } catch {
    throw broken();
  }
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const NO_SIZE = 0xffff_ffff;

function readDirectory(file: Buffer, maxEntries: number): Map<string, Entry> {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > maxEntries) throw new UnreadableZip("The file has more parts than any workbook.");
  const entries = new Map<string, Entry>();
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== CENTRAL) throw broken();
    const length = file.readUInt16LE(at + 28);
    const entry = {
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      at: file.readUInt32LE(at + 42),
    };
    // Larger than 4 GB: nobody may send that here.
    if (entry.packed === NO_SIZE || entry.at === NO_SIZE) throw bomb();
    entries.set(file.toString("utf8", at + 46, at + 46 + length), entry);
    at += 46 + length + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record at the end, behind which at most a comment of 64 KB may stand. */
function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= first; at--) if (file.readUInt32LE(at) === END) return at;
  throw broken();
}
