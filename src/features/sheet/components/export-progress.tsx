"use client";

import { useState } from "react";
import { Button } from "@/ui/button";
import { Progress } from "@/ui/progress";
import { tellBytes } from "../rules/format-words";
import { stopExport } from "./ask-exports";
import { ExportFacts } from "./export-list";
import type { Followed } from "./use-export";

/** How far a download is: rows of all rows, and bytes. The browser does the downloading, and shows it, too. */
export function ExportProgress({ team, followed }: { team: string; followed: Followed }) {
  const { id, found, lost } = followed;
  const [stopping, setStopping] = useState(false);
  if (lost) {
    return (
      <p role="alert" className="text-danger text-sm">
        The server did not begin this export. What the browser downloaded says why.
      </p>
    );
  }
  if (found && found.status !== "running") {
    return (
      <div role="status" className="flex flex-col gap-1 text-sm">
        <p className={found.status === "done" ? "font-medium" : "font-medium text-danger"}>
          {found.status === "done" ? "Exported." : "Broken off: the file is not whole."}
        </p>
        <ExportFacts found={found} />
      </div>
    );
  }
  const claims = found?.counts?.claims ?? 0;
  const total = found?.total ?? 0;
  const stop = async () => {
    setStopping(true);
    await stopExport(team, id);
  };
  return (
    <div className="flex items-end gap-3">
      <div className="min-w-0 flex-1">
        <Progress
          label="Exporting"
          value={Math.min(claims, total)}
          max={Math.max(total, 1)}
          detail={
            found
              ? `${claims.toLocaleString("en")} of ${total.toLocaleString("en")} claims · ${tellBytes(found.bytes)}`
              : "beginning"
          }
        />
      </div>
      <Button onClick={() => void stop()} pending={stopping} disabled={!found}>
        Cancel the export
      </Button>
    </div>
  );
}
