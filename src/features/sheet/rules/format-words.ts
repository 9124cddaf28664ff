import type { ExportFormat } from "../schema";

/** What each format is called, what it holds, and what it is good for. */
export const FORMAT_WORDS: Record<ExportFormat, { label: string; holds: string }> = {
  csv: { label: "CSV", holds: "The claim sheet, one claim a row. Comes in again." },
  xlsx: {
    label: "Workbook (XLSX)",
    holds: "The claim sheet, with relations, articles, outlets and findings on sheets beside it. Comes in again.",
  },
  json: {
    label: "Case (JSON)",
    holds: "Everything that people recorded, the texts of articles too. Comes in again, into an empty case.",
  },
  md: { label: "Report (Markdown)", holds: "A report to read: conflicts, findings, claims with quotes and citations." },
  docx: { label: "Report (Word)", holds: "The same report, as a Word document." },
  pdf: { label: "Report (PDF)", holds: "The same report, set for print." },
  jsonld: { label: "Annotations (JSON-LD)", holds: "W3C Web Annotations with schema.org claims, for other programs." },
  stix: { label: "STIX 2.1", holds: "A bundle for threat intelligence platforms." },
};

const UNITS = ["bytes", "kB", "MB", "GB"];

/** `1234567` → "1.2 MB". */
export function tellBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  for (; value >= 1000 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${UNITS[unit]}`;
}

const NAMES: Record<string, [string, string]> = {
  claims: ["claim", "claims"],
  relations: ["relation", "relations"],
  articles: ["article", "articles"],
  outlets: ["outlet", "outlets"],
  findings: ["finding", "findings"],
  conflicts: ["conflict", "conflicts"],
};

/** "12 claims, 3 relations, 1 article": what a file held. */
export function tellCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .flatMap(([what, count]) => {
      const name = NAMES[what];
      return name && count > 0 ? [`${count.toLocaleString("en")} ${count === 1 ? name[0] : name[1]}`] : [];
    })
    .join(", ");
}
