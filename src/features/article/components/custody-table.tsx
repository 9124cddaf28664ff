import { CopyButton } from "@/ui/copy-button";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { RelativeTime } from "@/ui/relative-time";
import type { Custody } from "../schema";

type CustodyTableProps = { team: string; custody: Custody[] };

const ORIGIN = { paste: "pasted", file: "file", url: "fetched", clipper: "clipped in a browser" } as const;
const SIZE = new Intl.NumberFormat("en", { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 });

/** Who had each version, when, from where; and its bytes as they came, to download. */
export function CustodyTable({ team, custody }: CustodyTableProps) {
  return (
    <DataTable caption="Record of custody">
      <TableHead>
        {["Version", "Read", "By", "From", "SHA-256 of the text", "As it came"].map((head) => (
          <TableHeader key={head}>{head}</TableHeader>
        ))}
      </TableHead>
      <tbody>
        {custody.map(({ versionId, ordinal, held, sha256, capturedAt, by, capture }) => (
          <TableRow key={capture?.id ?? versionId}>
            <TableCell>{ordinal}</TableCell>
            <TableCell>
              <RelativeTime at={capturedAt.toISOString()} show="date" />
            </TableCell>
            <TableCell>
              <bdi>{by}</bdi>
            </TableCell>
            <TableCell className="max-w-64">
              {capture ? ORIGIN[capture.origin] : "named by a sheet"}
              {capture?.filename ? <bdi className="block truncate text-ink-3">{capture.filename}</bdi> : null}
              {capture?.url ? <bdi className="block truncate text-ink-3">{capture.url}</bdi> : null}
            </TableCell>
            <TableCell>
              {sha256 ? (
                <span className="inline-flex items-center gap-1 font-mono text-xs">
                  {sha256.slice(0, 12)}…
                  <CopyButton text={sha256} label={`Copy the hash of version ${ordinal}`} />
                </span>
              ) : (
                "not known"
              )}
            </TableCell>
            <TableCell>
              {capture ? (
                <a className="link" href={`/api/v1/captures/${capture.id}?team=${team}`} download>
                  Download, {SIZE.format(Math.max(0.1, capture.bytes / 1000))}
                </a>
              ) : held ? (
                "came with a case file"
              ) : (
                "text not held"
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </DataTable>
  );
}
