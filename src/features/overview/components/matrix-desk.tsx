"use client";

import { usePathname, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useTransition } from "react";
import { useShortcuts } from "@/ui/keys/shortcuts";
import { type MatrixAddress, matrixHref } from "../rules/matrix-address";
import { unpackCells } from "../rules/matrix-view";
import { MatrixGrid } from "./matrix-grid";

type MatrixDeskProps = {
  outlets: { id: string; name: string }[];
  packed: number[];
  address: MatrixAddress;
  /** The same as a table, where the address asks for it. */
  table: ReactNode;
  /** The pairs of the open cell, and which cell that is. */
  panel: { label: string; pairs: ReactNode } | null;
};

/** The matrix with the cell that is open beside it. The open cell stands in the address, so it can be sent to others. */
export function MatrixDesk({ outlets, packed, address, table, panel }: MatrixDeskProps) {
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const aside = useRef<HTMLElement>(null);
  const grid = useRef<{ focus: () => void }>(null);
  // Whether the panel's coming was asked for here: a page that opens with one must not take the focus.
  const asked = useRef(false);
  const { cell } = address;
  const open = (a: string, b: string) => {
    asked.current = true;
    const next = matrixHref(pathname, address, { cell: { a, b }, kind: null, cursor: null });
    startTransition(() => router.push(next, { scroll: false }));
  };
  const close = () => {
    startTransition(() => router.push(matrixHref(pathname, address, { cell: null }), { scroll: false }));
    grid.current?.focus();
  };
  const opened = cell && `${cell.a} ${cell.b}`;
  useEffect(() => {
    if (!opened || !asked.current) return;
    asked.current = false;
    aside.current?.focus();
  }, [opened]);
  useShortcuts([{ keys: "escape", label: "Close the cell", disabled: !cell, hidden: !cell, run: close }]);
  return (
    <div aria-busy={pending} className="flex gap-x-6 gap-y-4 max-lg:flex-col">
      <div className="min-w-0 lg:flex-1">
        {table ?? (
          <MatrixGrid outlets={outlets} cells={unpackCells(packed)} chosen={cell} onOpen={open} handle={grid} />
        )}
      </div>
      {panel ? (
        <aside
          ref={aside}
          tabIndex={-1}
          aria-label={panel.label}
          className="min-w-0 border-hairline focus-visible:outline-offset-4 max-lg:border-t max-lg:pt-3 lg:w-96 lg:shrink-0 lg:border-s lg:ps-5"
        >
          {panel.pairs}
        </aside>
      ) : null}
    </div>
  );
}
