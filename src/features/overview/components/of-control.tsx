"use client";

import { usePathname, useRouter } from "next/navigation";
import { Segmented } from "@/ui/segmented";
import { GraphOf } from "../schema";

const LABELS: Record<GraphOf, string> = { claims: "Claims", outlets: "Outlets", origins: "Origins" };

/** What the points are. Kept in the address. */
export function OfControl({ of }: { of: GraphOf }) {
  const router = useRouter();
  const pathname = usePathname();
  return (
    <Segmented
      legend="Graph of"
      hideLegend
      name="of"
      value={of}
      options={GraphOf.options.map((value) => ({ value, label: LABELS[value] }))}
      onChange={(value) => router.replace(`${pathname}?of=${value}`, { scroll: false })}
    />
  );
}
