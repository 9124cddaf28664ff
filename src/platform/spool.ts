import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const PIECE = 1 << 16;

export type Spool = { write: (text: string) => Promise<void>; read: () => AsyncGenerator<string> };

/**
 * Texts too long for memory that are read only when they are complete: they lie in files of the system's temporary
 * folder, which are gone when `work` is done, however it ends.
 */
export async function withSpools<T>(names: string[], work: (spools: Spool[]) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "crossbearing-spool-"));
  const opened = await Promise.all(names.map((name) => openSpool(path.join(folder, name))));
  try {
    return await work(opened);
  } finally {
    await Promise.all(opened.map(({ close }) => close()));
    await rm(folder, { recursive: true, force: true });
  }
}

async function openSpool(file: string): Promise<Spool & { close: () => Promise<void> }> {
  const handle = await open(file, "w", 0o600);
  let waiting = "";
  const flush = async () => {
    const text = waiting;
    waiting = "";
    if (text !== "") await handle.write(text);
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= PIECE) await flush();
    },
    async *read() {
      await flush();
      yield* createReadStream(file, { encoding: "utf8", highWaterMark: PIECE }) as AsyncIterable<string>;
    },
    close: () => handle.close(),
  };
}
