"use client";

import { type ReactNode, useRef } from "react";
import { useShortcuts } from "@/ui/keys/shortcuts";

type WalkByKeysProps = {
  /** What is walked, one of them: "conflict". */
  thing: string;
  children: ReactNode;
};

/** Lets j and k walk the links inside that carry `data-walk`; Enter opens one, as it does by itself. */
export function WalkByKeys({ thing, children }: WalkByKeysProps) {
  const root = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => {
    const links = [...(root.current?.querySelectorAll<HTMLElement>("a[data-walk]") ?? [])];
    const here = document.activeElement instanceof HTMLElement ? links.indexOf(document.activeElement) : -1;
    const next = here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by;
    const link = links[next];
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  };
  useShortcuts([
    { keys: "j", label: `Next ${thing}`, run: () => step(1) },
    { keys: "k", label: `Previous ${thing}`, run: () => step(-1) },
  ]);
  return <div ref={root}>{children}</div>;
}
