"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Badge } from "@/ui/badge";
import { RelativeTime } from "@/ui/relative-time";
import { tellImport } from "../rules/tell-import";
import type { Import } from "../schema";
import { ImportResult } from "./import-result";
import { isOver, useImport } from "./use-import";

/** The imports into a case, newest first; those under way show how far they are. */
export function ImportList({ team, imports }: { team: string; imports: Import[] }) {
  return (
    <ol aria-label="Imports" className="border-hairline border-t">
      {imports.map((each) => (
        // One that has moved on begins anew from what the server says.
        <ImportItem key={`${each.id} ${each.status}`} team={team} listed={each} />
      ))}
    </ol>
  );
}

function ImportItem({ team, listed }: { team: string; listed: Import }) {
  const found = useImport(team, listed);
  const router = useRouter();
  const ended = isOver(found) && !isOver(listed);
  useEffect(() => {
    if (ended) router.refresh();
  }, [ended, router]);
  return (
    <li className="border-hairline border-b py-2.5 text-sm">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link href={`?import=${found.id}`} scroll={false} className="link inline-flex min-h-6 items-center font-medium">
          <bdi>{found.filename}</bdi>
        </Link>
        {found.dryRun ? <Badge>check only</Badge> : null}
        {found.status === "failed" ? <Badge tone="danger">{found.cancelled ? "stopped" : "failed"}</Badge> : null}
        <span className="text-ink-2">{isOver(found) ? tellImport(found) : null}</span>
        <span className="ms-auto text-ink-3 text-xs">
          <RelativeTime at={found.createdAt} show="time" />
        </span>
      </div>
      {isOver(found) ? (
        <Faults found={found} />
      ) : (
        <div className="mt-2">
          <ImportResult found={found} />
        </div>
      )}
    </li>
  );
}

function Faults({ found }: { found: Import }) {
  const { length } = found.errors;
  if (length === 0) return null;
  return (
    <details className="mt-1">
      <summary className="flex min-h-6 w-fit cursor-default items-center text-ink-3 text-xs hover:text-ink">
        {length === 1 ? "1 fault" : `${length.toLocaleString("en")} faults`}
      </summary>
      <div className="mt-2">
        <ImportResult found={found} />
      </div>
    </details>
  );
}
