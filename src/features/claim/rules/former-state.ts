import type { Claim } from "../schema";
import { NO_GRADES } from "./own-grades";

type Fields = Record<string, unknown>;

/** What of a change can be set back, by the names of the history; beside it, grades that are one's own. */
const PLAIN = ["statement", "attribution", "place", "tags", "note", "quote", "status"] as const;
const DATES = ["reportedOn", "occurredOn"] as const;

/** Whether a row of a claim's history has a former state to go back to. */
export const canGoBack = (verb: string, before: unknown, own: boolean): boolean =>
  verb === "claim.changed" && Object.keys(formerState(asFields(before), NO_DATES, own)).length > 0;

type Dates = Pick<Claim, "reportedOn" | "reportedOnWords" | "occurredOn" | "occurredOnWords">;
const NO_DATES: Dates = { reportedOn: null, reportedOnWords: null, occurredOn: null, occurredOnWords: null };

/**
 * The fields that a change touched as they stood before it, as an input of `ChangeClaim`. A date is told in two fields; one
 * that was not touched is what it is now.
 */
export function formerState(before: Fields, now: Dates, own: boolean): Fields {
  const former: Fields = {};
  for (const name of PLAIN) if (name in before && before[name] !== "retracted") former[name] = before[name];
  for (const name of DATES) {
    const words = `${name}Words` as const;
    if (!(name in before) && !(words in before)) continue;
    const edtf = name in before ? before[name] : now[name];
    const typed = words in before ? before[words] : now[words];
    former[name] = edtf ? { edtf, ...(typed ? { words: typed } : {}) } : null;
  }
  return own && "assessment" in before ? { ...former, ...gradesOf(before.assessment) } : former;
}

function gradesOf(assessment: unknown): Fields {
  const { reliability, credibility, confidence } = { ...NO_GRADES, ...asFields(assessment) };
  return { reliability, credibility, confidence };
}

export const asFields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
