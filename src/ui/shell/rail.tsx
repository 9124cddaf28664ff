"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "../class-names";
import { Tooltip } from "../tooltip";
import { isCurrent, type RailItem } from "./rail-item";

type RailProps = {
  items: RailItem[];
  /** Icons only. */
  collapsed?: boolean;
  onNavigate?: () => void;
};

/** The links of the rail, also used in the drawer at a phone's width. */
export function RailLinks({ items, collapsed = false, onNavigate }: RailProps) {
  const pathname = usePathname();
  return (
    <ul className="flex flex-col gap-px px-2">
      {items.map((item) => (
        <li key={item.href} className={cn(item.apart && "mt-4")}>
          <RailLink item={item} current={isCurrent(item, pathname)} collapsed={collapsed} onNavigate={onNavigate} />
        </li>
      ))}
    </ul>
  );
}

type RailLinkProps = { item: RailItem; current: boolean; collapsed: boolean; onNavigate?: (() => void) | undefined };

function RailLink({ item, current, collapsed, onNavigate }: RailLinkProps) {
  const link = (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      onClick={onNavigate}
      className={cn(
        "relative flex h-8 items-center gap-2.5 rounded-md px-2.5 text-ink-2 text-sm hover:bg-wash hover:text-ink",
        "pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0",
        "aria-[current]:bg-wash aria-[current]:font-medium aria-[current]:text-ink",
        "aria-[current]:before:absolute aria-[current]:before:inset-y-1.5 aria-[current]:before:start-0 aria-[current]:before:w-0.5 aria-[current]:before:bg-accent",
        collapsed && "justify-center px-0",
      )}
    >
      {item.icon}
      <span className={collapsed ? "sr-only" : "min-w-0 flex-1 truncate"}>{item.label}</span>
      {item.count === undefined || collapsed ? null : <span className="text-ink-3 text-xs">{item.count}</span>}
    </Link>
  );
  return collapsed ? (
    <Tooltip text={item.label} keys={item.keys} side="inline-end">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** The frame around the links: what stands above them, below them, and how wide it all is. */
export function RailFrame({ head, foot, children }: { head?: ReactNode; foot?: ReactNode; children: ReactNode }) {
  return (
    <>
      {head ? <div className="px-2 pt-2 pb-3">{head}</div> : null}
      <div className="min-h-0 flex-1 overflow-y-auto py-1">{children}</div>
      {foot ? <div className="flex flex-col gap-px px-2 pt-2 pb-2">{foot}</div> : null}
    </>
  );
}
