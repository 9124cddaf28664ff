import { once } from "node:events";
import { PassThrough, type Readable } from "node:stream";

export type Write = (chunk: string | Uint8Array) => Promise<void>;

/** What `work` writes, as a stream: it waits for a slow reader, and fails at its next word when the reader has gone. */
export function streamFrom(work: (write: Write) => Promise<void>): Readable {
  const stream = new PassThrough();
  const gone = new AbortController();
  stream.once("close", () => gone.abort());
  const write: Write = async (chunk) => {
    if (stream.destroyed) throw new Error("The reader has gone.");
    if (!stream.write(chunk)) await once(stream, "drain", { signal: gone.signal });
  };
  work(write).then(
    () => stream.end(),
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return stream;
}
