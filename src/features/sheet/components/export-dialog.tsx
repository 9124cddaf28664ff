"use client";

import { Download } from "lucide-react";
import { useCallback, useId, useState } from "react";
import { Button } from "@/ui/button";
import { cn } from "@/ui/class-names";
import { Dialog } from "@/ui/dialog";
import { Segmented } from "@/ui/segmented";
import { FORMAT_WORDS } from "../rules/format-words";
import { type Export, ExportFormat } from "../schema";
import { askExports, newExportId } from "./ask-exports";
import { ExportList } from "./export-list";
import { ExportProgress } from "./export-progress";
import { useExport } from "./use-export";

type Part = {
  /** Filters and order as the export's address takes them. */
  params: string;
  claims: number;
};

type ExportDialogProps = {
  team: string;
  caseId: string;
  whole: Part;
  /** What is on screen, where that is less than the whole case. */
  view: Part | null;
};

/** Choose what goes out and as what; the download begins, shows how far it is, and is kept in the list of exports. */
export function ExportDialog({ team, caseId, whole, view }: ExportDialogProps) {
  const [exports, setExports] = useState<Export[] | null>(null);
  const refresh = useCallback(() => void askExports(team, caseId).then(setExports), [team, caseId]);
  return (
    <Dialog
      title="Export"
      size="lg"
      trigger={
        <Button icon={<Download />} aria-haspopup="dialog">
          Export
        </Button>
      }
      onOpenChange={(open) => open && refresh()}
    >
      <ExportForm team={team} caseId={caseId} whole={whole} view={view} onOver={refresh} />
      {exports && exports.length > 0 ? (
        <section className="mt-5">
          <h3 className="mb-1 font-medium text-sm">Exports so far</h3>
          <ExportList exports={exports} />
        </section>
      ) : null}
    </Dialog>
  );
}

function ExportForm({ team, caseId, whole, view, onOver }: ExportDialogProps & { onOver: () => void }) {
  const [scope, setScope] = useState<"view" | "whole">("view");
  const [format, setFormat] = useState<ExportFormat>("csv");
  const [begun, setBegun] = useState<string | null>(null);
  const followed = useExport({ team, caseId }, begun, onOver);
  const part = view && scope === "view" ? view : whole;
  const running = followed !== null && !followed.lost && (followed.found?.status ?? "running") === "running";
  const begin = () => {
    const exportId = newExportId();
    const params = new URLSearchParams(part.params);
    for (const [name, value] of Object.entries({ format, team, exportId })) params.set(name, value);
    download(`/api/v1/cases/${caseId}/export?${params}`);
    setBegun(exportId);
  };
  return (
    <div className="flex flex-col gap-4">
      {view ? (
        <Segmented
          legend="What"
          name="export-scope"
          value={scope}
          onChange={(value) => setScope(value === "whole" ? "whole" : "view")}
          options={[
            { value: "view", label: `This view: ${counted(view.claims)}` },
            { value: "whole", label: `The whole case: ${counted(whole.claims)}` },
          ]}
        />
      ) : (
        <p className="text-ink-2 text-sm">
          The whole case: {counted(whole.claims)}, retracted ones too. Narrow the sheet to export less.
        </p>
      )}
      <FormatChoice value={format} onChange={setFormat} />
      {followed ? <ExportProgress key={followed.id} team={team} followed={followed} /> : null}
      <Button variant="primary" className="self-start" icon={<Download />} pending={running} onClick={begin}>
        {`Export ${counted(part.claims)}`}
      </Button>
    </div>
  );
}

const counted = (claims: number) => `${claims.toLocaleString("en")} ${claims === 1 ? "claim" : "claims"}`;

/** By a link of its own, so that the browser downloads as it always does, and this page stays. */
function download(href: string) {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  document.body.append(link);
  link.click();
  link.remove();
}

type FormatChoiceProps = { value: ExportFormat; onChange: (format: ExportFormat) => void };

function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-sm">Format</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {ExportFormat.options.map((format) => (
          <label
            key={format}
            className={cn(
              "flex cursor-pointer items-baseline gap-2 rounded-md px-2 py-1.5 text-sm hover:bg-wash",
              "has-focus-visible:outline-2 has-focus-visible:outline-accent has-checked:bg-wash",
            )}
          >
            <input
              type="radio"
              name={`${id}-format`}
              value={format}
              checked={format === value}
              onChange={() => onChange(format)}
              aria-label={FORMAT_WORDS[format].label}
              aria-describedby={`${id}-${format}`}
              className="translate-y-0.5 accent-accent"
            />
            <span className="min-w-0">
              <span className="font-medium">{FORMAT_WORDS[format].label}</span>
              <span id={`${id}-${format}`} className="block text-ink-2 text-xs">
                {FORMAT_WORDS[format].holds}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
