import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Stop } from "../stop.mjs";
import { END_OF_ROWS } from "./tables";

/** A line of JSON, a part of the rows that stand between two such lines, or the end of them. */
export type Part = { is: "line"; text: string } | { is: "rows"; bytes: Buffer } | { is: "end" };

const LONGEST_LINE = 1_000_000;
const end = Buffer.from(END_OF_ROWS);
const newline = 10;

/** The parts of a backup file, however long its rows: nothing but the piece at hand is kept in memory. */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  let inRows = false;
  let atLineStart = true;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of contents(file)) {
    let data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    while (data.length > 0) {
      if (!inRows) {
        const stop = data.indexOf(newline);
        if (stop < 0) break;
        const text = data.toString("utf8", 0, stop);
        yield { is: "line", text };
        inRows = text.startsWith('{"table":');
        atLineStart = true;
        data = data.subarray(stop + 1);
      } else if (atLineStart && end.subarray(0, data.length).equals(data.subarray(0, end.length))) {
        if (data.length < end.length) break;
        yield { is: "end" };
        inRows = false;
        data = data.subarray(end.length);
      } else {
        const stop = rowsBeforeEnd(data);
        yield { is: "rows", bytes: data.subarray(0, stop) };
        atLineStart = data[stop - 1] === newline;
        data = data.subarray(stop);
      }
    }
    if (!inRows && data.length > LONGEST_LINE) throw broken();
    rest = data;
  }
  if (rest.length > 0 || inRows) throw broken("it ends in the middle");
}

/** How much of the data is rows for certain: up to a line that is, or may become, the end mark. */
function rowsBeforeEnd(data: Buffer): number {
  const mark = data.indexOf("\n\\.\n");
  if (mark >= 0) return mark + 1;
  const last = data.lastIndexOf(newline);
  const tail = data.subarray(last + 1);
  return last >= 0 && tail.length < end.length && end.subarray(0, tail.length).equals(tail) ? last + 1 : data.length;
}

async function* contents(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip)) yield chunk as Buffer;
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
  } finally {
    source.destroy();
  }
}

export const broken = (why = "it is not a backup of Crossbearing") => new Stop(`The backup cannot be used: ${why}.`);
