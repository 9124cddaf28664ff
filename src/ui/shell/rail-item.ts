import type { ReactNode } from "react";

export type RailItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** A sequence such as `g a` that goes there. */
  keys?: string;
  count?: number;
  /** `exact` marks the item only on its own page, `below` (default) on the pages under it too. */
  match?: "exact" | "below";
  /** Begins a new group after a gap. */
  apart?: boolean;
};

/** Whether the page at `pathname` belongs to the item. */
export function isCurrent(item: Pick<RailItem, "href" | "match">, pathname: string): boolean {
  const path = item.href.split(/[?#]/)[0] ?? item.href;
  if (item.match === "exact") return pathname === path;
  return pathname === path || pathname.startsWith(path.endsWith("/") ? path : `${path}/`);
}
