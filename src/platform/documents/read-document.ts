import path from "node:path";
import { Worker } from "node:worker_threads";
import { readZip, UnreadableZip } from "../zip/read-zip";

/** A stretch of text of a page: its words, where its baseline begins, its width and size in points, 1 for right to left. */
export type PdfItem = [text: string, x: number, y: number, width: number, size: number, rtl: 0 | 1];
export type PdfPage = { left: number; bottom: number; right: number; top: number; items: PdfItem[] };
export type DocumentInfo = { title?: string; author?: string; language?: string };

/** What stands in a document, before it is an article's text. */
export type RawDocument =
  | { kind: "docx"; html: string; info: DocumentInfo }
  | { kind: "pdf"; pages: PdfPage[]; info: DocumentInfo };

export type DocumentOptions = {
  onProgress?: (done: number, total: number) => void;
  timeMs?: number;
  /** Of the thread that reads it, in megabytes. */
  memoryMb?: number;
};

/** A document that is broken, locked, or made to do harm: the message is for whoever sent it. */
export class UnreadableDocument extends Error {
  override name = "UnreadableDocument";
}

const TIME_MS = 120_000;
const MEMORY_MB = 512;
/** What a DOCX may unpack to, its pictures among it: which of its parts are words is for its reader to say. */
const MAX_UNPACKED = 200_000_000;
const MAX_PAGES = 3000;

/** Reads a document's words where it cannot take the server down. Throws `UnreadableDocument`. */
export async function readRawDocument(
  bytes: Uint8Array,
  kind: "pdf" | "docx",
  options: DocumentOptions = {},
): Promise<RawDocument> {
  const info = kind === "docx" ? await inspectDocx(bytes) : {};
  const read = await inThread(bytes, kind, options);
  if (kind === "docx") return { kind, html: read.html, info };
  return { kind, pages: read.pages, info: read.info };
}

/** Counts what it unpacks to before anything else takes it in, and reads what it says of itself. */
async function inspectDocx(bytes: Uint8Array): Promise<DocumentInfo> {
  try {
    const zip = readZip(bytes, { maxBytes: MAX_UNPACKED });
    if (!zip.has("word/document.xml")) throw new UnreadableDocument("is an archive, but no Word document (.docx)");
    let left = MAX_UNPACKED;
    let core = "";
    for (const name of zip.names()) {
      for await (const chunk of zip.open(name)) {
        left -= chunk.length;
        if (left < 0) throw new UnreadableDocument("unpacks to more than a Word document holds");
        if (name === "docProps/core.xml" && core.length < 50_000) core += chunk.toString("utf8");
      }
    }
    return readCore(core);
  } catch (error) {
    if (error instanceof UnreadableZip) throw new UnreadableDocument("is broken, or no Word document (.docx)");
    throw error;
  }
}

/** Dublin Core properties, as Word keeps them. */
function readCore(xml: string): DocumentInfo {
  const value = (name: string) => unescaped(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1]?.trim() ?? "");
  return { title: value("dc:title"), author: value("dc:creator"), language: value("dc:language") };
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const unescaped = (text: string) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");

type Message =
  | { html: string }
  | { info: DocumentInfo; pages: number }
  | { page: PdfPage }
  | { end: true }
  | { failure: string };

type Read = { html: string; pages: PdfPage[]; info: DocumentInfo };

function inThread(bytes: Uint8Array, kind: "pdf" | "docx", options: DocumentOptions): Promise<Read> {
  const { onProgress, timeMs = TIME_MS, memoryMb = MEMORY_MB } = options;
  const own = new Uint8Array(bytes);
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(process.cwd(), "src/platform/documents/worker.mjs"), {
      workerData: { kind, bytes: own },
      transferList: [own.buffer],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // What a reader of files complains of is nothing that the server's own log should say.
      stdout: true,
      stderr: true,
    });
    const read: Read = { html: "", pages: [], info: {} };
    let total = 0;
    const end = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const fail = (message: string) => end(() => reject(new UnreadableDocument(message)));
    const timer = setTimeout(() => fail(`takes longer than ${timeMs / 1000} seconds to read`), timeMs);
    worker.on("message", (message: Message) => {
      if ("html" in message) read.html = message.html;
      else if ("info" in message) {
        read.info = message.info;
        total = message.pages;
        if (total > MAX_PAGES) fail(`has more than ${MAX_PAGES.toLocaleString("en")} pages`);
      } else if ("page" in message) {
        read.pages.push(message.page);
        onProgress?.(read.pages.length, total);
      } else if ("failure" in message) fail(told(message.failure));
      else end(() => resolve(read));
    });
    worker.on("error", (error: Error & { code?: string }) =>
      fail(
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "needs too much memory to read" : "is broken and cannot be read",
      ),
    );
    worker.on("exit", () => fail("is broken and cannot be read"));
  });
}

const told = (failure: string): string =>
  /password/i.test(failure)
    ? "is locked with a password: save it without one, and send it again"
    : "is broken and cannot be read";
