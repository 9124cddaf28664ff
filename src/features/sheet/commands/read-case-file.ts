import { createHash } from "node:crypto";
import type { z } from "zod";
import { type CaseFile, CaseFileHead, SECTIONS, type Section, sections } from "../rules/case-file";
import type { ImportError } from "../schema";
import { unreadable } from "./unreadable-sheet";

export type ReadCaseFile = { file: CaseFile; errors: ImportError[] };

const END = Buffer.from(',\n"end":');

/** Whether a file is JSON, as far as its first bytes tell. */
export function isJson(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let at = start; at < Math.min(bytes.length, start + 200); at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) continue;
    return byte === 0x7b;
  }
  return false;
}

/**
 * Reads a case file whole. What is wrong with an item is told by its section, place and field, and the item left out;
 * throws `UnreadableSheet` where the file is none, was cut off, or is not as it was written.
 */
export function readCaseFile(bytes: Uint8Array): ReadCaseFile {
  const whole = parse(bytes);
  const head = CaseFileHead.safeParse(whole);
  if (!head.success) throw unreadable(explain(head.error));
  if (head.data.end) requireWhole(bytes, whole, head.data.end);
  const errors: ImportError[] = [];
  const read = Object.fromEntries(sections.map((section) => [section, readSection(section, whole[section], errors)]));
  return { file: { caseId: head.data.case.id, ...read } as CaseFile, errors };
}

function parse(bytes: Uint8Array): Record<string, unknown> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    throw unreadable("The file is no JSON in UTF-8, or it was cut off.");
  }
  throw unreadable("The file is JSON, but no case.");
}

const explain = (error: z.ZodError) =>
  error.issues.some(({ path }) => path[0] !== "version")
    ? "The file is JSON, but no case: it does not begin as an export of a case does."
    : "The file is a case of another version of this format.";

type End = NonNullable<z.output<typeof CaseFileHead>["end"]>;

/** What was counted and hashed on the way out is what came in. Without `end`, nobody vouches for the file. */
function requireWhole(bytes: Uint8Array, whole: Record<string, unknown>, { counts, sha256 }: End): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf(END);
  const hash = createHash("sha256").update(file.subarray(0, Math.max(at, 0)));
  const counted = sections.every((section) => (counts[section] ?? 0) === lengthOf(whole[section]));
  if (at >= 0 && counted && hash.digest("hex") === sha256) return;
  throw unreadable(
    "The file is not as it was written: its hash or its counts differ. If that was meant, take the part “end” out of it.",
  );
}

const lengthOf = (list: unknown) => (Array.isArray(list) ? list.length : 0);

function readSection(section: Section, list: unknown, errors: ImportError[]): unknown[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw unreadable(`The part “${section}” of the file is no list.`);
  return list.flatMap((item: unknown, index) => {
    const result = SECTIONS[section].safeParse(item);
    if (result.success) return [result.data];
    const issue = result.error.issues[0];
    const column = [section, ...(issue?.path ?? [])].join(".");
    errors.push({ row: index + 1, column, message: issue?.message ?? "cannot be read" });
    return [];
  });
}
