import { exportJson } from "@/features/sheet/queries/export-json";
import type { Ctx } from "@/platform/context";
import { collect } from "./collect";

export const exportCase = async (ctx: Ctx, caseId: string): Promise<Buffer> =>
  collect(await exportJson(ctx, caseId, {}));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type CaseJson = { [section: string]: Json };

/** Of one installation, one case and one moment: not what the case says. */
const OWN = new Set(["exported", "case", "end", "version", "importedId"]);

/**
 * What a case file says, with its ids in the order in which they come: two files are equal in it that say the same of
 * claims, relations and people, whatever ids these have. People who were only brought in are told by their names.
 */
export function comparableCase(file: Buffer): CaseJson {
  const parsed = JSON.parse(file.toString()) as CaseJson;
  const seen = new Map<string, string>();
  const tokens = (text: string) =>
    text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      const token = seen.get(id) ?? `#${seen.size + 1}`;
      seen.set(id, token);
      return token;
    });
  const said = (value: Json): Json => {
    if (typeof value === "string") return tokens(value).replace(/ \(imported\)$/, "");
    if (Array.isArray(value)) return value.map(said);
    if (typeof value !== "object" || value === null) return value;
    // A person is who is called so; two people of one name have two tokens.
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, each]) => (OWN.has(key) && !isQuote(value) ? [] : [[key, said(each)]])),
    );
  };
  return said(parsed) as CaseJson;
}

/** A quote's `version` is the text it stands in, not a count of changes. */
const isQuote = (value: object) => "exact" in value;
