"use client";

import { usePathname, useRouter } from "next/navigation";
import { Segmented } from "@/ui/segmented";
import { lookParams, type TimelineLook } from "../rules/timeline-address";

/** What rows are gathered by, and whether they are drawn or written. Kept in the address. */
export function TimelineControls({ look }: { look: TimelineLook }) {
  const router = useRouter();
  const pathname = usePathname();
  const go = (change: Parameters<typeof lookParams>[1]) =>
    router.replace(pathname + lookParams(look, change), { scroll: false });
  return (
    <>
      <Segmented
        legend="Rows by"
        hideLegend
        name="by"
        value={look.by}
        options={[
          { value: "conflict", label: "Conflicts" },
          { value: "outlet", label: "Outlets" },
          { value: "claim", label: "Claims" },
        ]}
        onChange={(by) => go({ by: by === "conflict" ? null : by })}
      />
      <Segmented
        legend="Shown as"
        hideLegend
        name="view"
        value={look.view}
        options={[
          { value: "drawing", label: "Drawing" },
          { value: "table", label: "Table" },
        ]}
        onChange={(view) => go({ view: view === "table" ? view : null })}
      />
    </>
  );
}
