import { z } from "zod";
import { type EdtfReading, looksLikeEdtf, readEdtf, referenceDay } from "./edtf-bounds";
import { asciiDigits } from "./lexicon";
import { readWords } from "./read-words";
import { tokenise } from "./tokens";

/** A date known only roughly: EDTF, the words it was given in, and its earliest and latest day (null: open). */
export type VagueDate = { edtf: string; words: string; min: string | null; max: string | null };

export type VagueDateReading = { ok: true; date: VagueDate } | { ok: false; message: string };

/** `reference`: the date (EDTF; the latest day of a rough one) that words like "yesterday" or "11 February" are relative to. */
export type VagueDateOptions = { reference?: string | null };

/** Reads EDTF or plain words, English or Arabic: `October 2024`, `late October 2024`, `since 25 Oct 2024`, `قبل تموز 2024`. */
export function parseVagueDate(words: string, { reference = null }: VagueDateOptions = {}): VagueDateReading {
  const typed = words.trim();
  if (typed.length > MAX_WORDS) return { ok: false, message: "is too long for a date" };
  const reading = read(typed, referenceDay(reference));
  if ("problem" in reading) return { ok: false, message: reading.problem };
  return { ok: true, date: { edtf: reading.edtf, words: typed, min: reading.min, max: reading.max } };
}

function read(typed: string, reference: string | null): EdtfReading {
  const ascii = asciiDigits(typed);
  const edtf = looksLikeEdtf(ascii) ? readEdtf(ascii) : null;
  if (edtf && !("problem" in edtf)) return edtf;
  const inWords = readWords(tokenise(typed), reference);
  if (inWords && "edtf" in inWords) return readEdtf(inWords.edtf);
  // What has the shape of EDTF is told what is wrong with it as EDTF.
  return inWords ?? edtf ?? { problem: UNREADABLE };
}

const UNREADABLE =
  "is not a date that can be read: write it like 25 October 2024, late October 2024 or 2024-10-21/2024-10-31";
const MAX_WORDS = 200;

const Given = z.union([
  z.string().max(MAX_WORDS, "is too long for a date"),
  z.object({ edtf: z.string().max(MAX_WORDS), words: z.string().max(MAX_WORDS).optional() }),
]);

/**
 * What inputs take for a date: EDTF or words, or `{edtf, words}` as it was read before. The empty string and null mean
 * none, so that `VagueDate.nullable().optional()` serves a form field as well as JSON.
 */
export const VagueDate = Given.transform((given, issues): VagueDate | null => {
  const text = typeof given === "string" ? given : given.edtf;
  if (text.trim() === "") return null;
  const reading = parseVagueDate(text);
  if (!reading.ok) {
    issues.addIssue({ code: "custom", message: reading.message });
    return z.NEVER;
  }
  const words = typeof given === "string" ? "" : (given.words ?? "").trim();
  return words === "" ? reading.date : { ...reading.date, words };
}).meta({ id: "VagueDate" });
