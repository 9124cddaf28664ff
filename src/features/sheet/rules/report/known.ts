export type Json = Record<string, unknown>;

/** Without what is null or empty: JSON-LD has no word for "not known", and STIX forbids it. */
export function known(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isNothing(value)));
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
