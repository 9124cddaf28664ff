import { Badge } from "@/ui/badge";
import { CopyButton } from "@/ui/copy-button";
import { RelativeTime } from "@/ui/relative-time";
import { FORMAT_WORDS, tellBytes, tellCounts } from "../rules/format-words";
import { type Export, ExportFormat } from "../schema";

const labelOf = (format: string) => {
  const known = ExportFormat.safeParse(format).data;
  return known ? FORMAT_WORDS[known].label : format;
};

/** What was taken out of a case, newest first, each with the hash of its file. */
export function ExportList({ exports }: { exports: Export[] }) {
  return (
    <ol aria-label="Exports so far" className="max-h-56 overflow-y-auto border-hairline border-t">
      {exports.map((each) => (
        <li key={each.id} className="border-hairline border-b py-2 text-sm">
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-medium">{labelOf(each.format)}</span>
            <bdi className="text-ink-2">{each.createdBy.name}</bdi>
            <StatusBadge {...each} />
            <span className="ms-auto text-ink-3 text-xs">
              <RelativeTime at={each.createdAt} show="time" />
            </span>
          </div>
          <ExportFacts found={each} />
        </li>
      ))}
    </ol>
  );
}

function StatusBadge({ status, filter }: Export) {
  return (
    <>
      {filter && Object.keys(filter).length > 0 ? <Badge>filtered</Badge> : null}
      {status === "running" ? <Badge>running</Badge> : null}
      {status === "broken_off" ? <Badge tone="danger">broken off</Badge> : null}
    </>
  );
}

/** How much a file held, how large it is, and the hash by which it is known again. */
export function ExportFacts({ found: { counts, bytes, sha256 } }: { found: Export }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-ink-2 text-xs">
      <span>{[counts && tellCounts(counts), tellBytes(bytes)].filter(Boolean).join(" · ")}</span>
      {sha256 ? (
        <span className="inline-flex min-w-0 items-center gap-1">
          <abbr title={`SHA-256 of the file: ${sha256}`} className="truncate font-mono no-underline">
            {sha256.slice(0, 16)}…
          </abbr>
          <CopyButton text={sha256} label="Copy the SHA-256" />
        </span>
      ) : null}
    </div>
  );
}
