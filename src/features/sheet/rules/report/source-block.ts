import { type Block, fact, type Line, line, ours } from "./block";
import { tellDate, tellTime } from "./tell-date";
import { webAddress } from "./web-address";

/** An article as the list of sources cites it. */
export type ReportSource = {
  id: string;
  outlet: string;
  title: string;
  author: string | null;
  url: string | null;
  publishedOn: string | null;
  publishedOnWords: string | null;
  language: string;
  versions: { ordinal: number; sha256: string | null; capturedAt: string; held: boolean }[];
};

/** Outlet, author, title, date and address; beneath, each version with its hash and when it was captured. */
export function sourceBlock(number: number, source: ReportSource): Block {
  const author = source.author ? line`${source.author}, ` : line``;
  const published = tellDate(source.publishedOn, source.publishedOnWords) ?? line`no date of publication known`;
  return {
    block: "source",
    number,
    text: line`${source.outlet}: ${author}“${source.title}”, ${published}.`,
    notes: [
      ...fact("Address", address(source.url)),
      ...fact("Language", source.language === "und" ? null : source.language),
      ...source.versions.flatMap(({ ordinal, sha256, capturedAt, held }) => {
        const hash = sha256 ? line`SHA-256 ${ours(sha256)}` : line`no hash known`;
        const when = held ? line`captured ${ours(tellTime(capturedAt))}` : line`its text is not held`;
        return fact(source.versions.length > 1 ? `Version ${ordinal}` : "Text", line`${when}, ${hash}`);
      }),
    ],
  };
}

function address(url: string | null): Line | null {
  if (url === null) return null;
  const leads = webAddress(url);
  return [{ text: url, said: true, ...(leads && { url: leads }) }];
}
