import type { Finding } from "../schema";
import { lastFields, type PastRow } from "./rewind";

type Words = Pick<
  Finding,
  "question" | "outcome" | "preferred" | "rationale" | "likelihood" | "confidence" | "status" | "signer" | "signedAt"
>;

const numbersOf = (labels: unknown): number[] =>
  Array.isArray(labels) ? labels.map((label) => Number(String(label).replace(/^C-/, ""))) : [];

/** A finding as its rows up to a time left it; null where it had none yet. */
export function findingThen<T extends Words>(finding: T, past: PastRow[]): T | null {
  if (past.length === 0) return null;
  const fields = lastFields(past) as Partial<Words>;
  const words = { ...finding, ...pick(fields) };
  if ("preferred" in fields) words.preferred = numbersOf(fields.preferred);
  const signed = words.status === "signed" || words.status === "superseded";
  return signed ? words : { ...words, signer: null, signedAt: null };
}

const WORDS = ["question", "outcome", "rationale", "likelihood", "confidence", "status"] as const;

const pick = (fields: Partial<Words>): Partial<Words> =>
  Object.fromEntries(WORDS.flatMap((field) => (field in fields ? [[field, fields[field]]] : [])));
