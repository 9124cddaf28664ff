"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { Checkbox } from "@/ui/checkbox";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { Segmented } from "@/ui/segmented";
import { Select } from "@/ui/select";
import { type MatrixAddress, matrixHref } from "../rules/matrix-address";
import { CountBy, MatrixOrder } from "../schema";

const COUNTED: Record<CountBy, { label: string; title: string }> = {
  report: { label: "Reports", title: "Each pair of claims" },
  origin: { label: "Origins", title: "Each pair of independent origins once, however many copies" },
};

const ORDERS: Record<MatrixOrder, string> = {
  cluster: "Who agrees, together",
  name: "By name",
  claims: "Most claims first",
};

/** How the matrix counts and looks. Kept in the address; works without a script. */
export function MatrixControls({ address }: { address: MatrixAddress }) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const { by, implied, order, table } = address;
  const change = (to: Partial<MatrixAddress>) => {
    const next = matrixHref(pathname, address, { kind: null, cursor: null, from: 0, ...to });
    startTransition(() => router.replace(next, { scroll: false }));
  };
  const other = by === "report" ? "origin" : "report";
  useShortcuts([
    { keys: "o", label: `Count ${COUNTED[other].label.toLowerCase()}`, run: () => change({ by: other }) },
    {
      keys: "i",
      label: implied ? "Recorded pairs only" : "Implied pairs, too",
      run: () => change({ implied: !implied }),
    },
    { keys: "t", label: table ? "As a drawing" : "As a table", run: () => change({ table: !table }) },
  ]);
  return (
    <form action={pathname} aria-busy={pending} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Segmented
        legend="Count"
        hideLegend
        name="by"
        value={by}
        options={CountBy.options.map((value) => ({ value, ...COUNTED[value] }))}
        onChange={(value) => change({ by: CountBy.parse(value) })}
      />
      <Checkbox
        name="implied"
        value="true"
        label="Implied pairs, too"
        title="That claims of one camp agree, and that claims of camps which contradict each other contradict"
        checked={implied}
        onChange={(event) => change({ implied: event.currentTarget.checked })}
      />
      <Select
        name="order"
        aria-label="Order of the outlets"
        className="w-48"
        value={order}
        options={MatrixOrder.options.map((value) => ({ value, label: ORDERS[value] }))}
        onChange={(event) => change({ order: MatrixOrder.parse(event.currentTarget.value) })}
      />
      <Segmented
        legend="Show as"
        hideLegend
        name="show"
        value={table ? "table" : "drawing"}
        options={[
          { value: "drawing", label: "Drawing" },
          { value: "table", label: "Table" },
        ]}
        onChange={(value) => change({ table: value === "table" })}
      />
      <noscript>
        <button type="submit">Show</button>
      </noscript>
    </form>
  );
}
