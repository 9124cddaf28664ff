/** The parts of a row that its hash covers, as they are hashed. */
export type Hashed = {
  teamId: string;
  scopeId: string;
  caseId: string | null;
  seq: number;
  /** RFC 3339 in UTC, milliseconds. */
  at: string;
  actorId: string | null;
  actorName: string;
  via: string;
  verb: string;
  subjectType: string;
  subjectId: string;
  subject: string;
  before: unknown;
  after: unknown;
  prevHash: string;
};

type Fields = Record<string, unknown>;

/** Only what changed: the fields of `before` and `after` that differ, compared as JSON. Null where nothing did. */
export function changedFields(before: Fields, after: Fields): { before: Fields; after: Fields } | null {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null),
  );
  if (keys.length === 0) return null;
  const pick = (fields: Fields) => Object.fromEntries(keys.map((key) => [key, fields[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}

const GRADES = new Set(["reliability", "credibility", "confidence", "reason", "assessment", "assessments"]);

/** A change of a claim as those see it who may not see its grades yet. */
export function withoutGrades<T>(fields: T): T {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !GRADES.has(key))) as T;
}

/** Where a chain stands: the last row's sequence number and hash. */
export type Head = { seq: number; hash: string };

/** What is wrong with the row that should follow `last`, or null. */
export function faultOf(row: Hashed & { hash: string }, last: Head, hashOf: (row: Hashed) => string): string | null {
  const { hash, ...hashed } = row;
  if (row.seq !== last.seq + 1) return "is missing";
  if (row.prevHash !== last.hash) return "does not follow the row before it";
  return hashOf(hashed) === hash ? null : "was altered";
}
