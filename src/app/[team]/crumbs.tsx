"use client";

import { usePathname } from "next/navigation";
import { Breadcrumb, type Crumb } from "@/ui/breadcrumb";

const ROOMS: Record<string, { label: string; one: (id: string) => string }> = {
  cases: { label: "Cases", one: () => "Case" },
  articles: { label: "Articles", one: (id) => (id === "new" ? "Add an article" : "Article") },
  claims: { label: "Sheet", one: (id) => `C-${id}` },
  conflicts: { label: "Conflicts", one: (id) => `Conflict C-${id}` },
  warnings: { label: "Warnings", one: () => "Warnings" },
  matrix: { label: "Matrix", one: () => "Matrix" },
  graph: { label: "Graph", one: () => "Graph" },
  timeline: { label: "Timeline", one: () => "Timeline" },
  import: { label: "Import", one: () => "Import" },
  history: { label: "History", one: () => "History" },
  outlets: { label: "Outlets", one: () => "Outlet" },
  settings: { label: "Settings", one: () => "Settings" },
};

type CrumbsProps = {
  start: Crumb[];
  /** The address of the last of `start`: what follows it in the page's own address makes the rest. */
  base: string;
};

/** Where I am, read from the address: the shell stays while pages change inside it. */
export function Crumbs({ start, base }: CrumbsProps) {
  const pathname = usePathname();
  const [room, one] = pathname.startsWith(base) ? pathname.slice(base.length).split("/").filter(Boolean) : [];
  const known = room ? ROOMS[room] : undefined;
  if (!known) return <Breadcrumb crumbs={start} />;
  const crumbs: Crumb[] = [...start, { label: known.label, href: `${base}/${room}` }];
  if (one) crumbs.push({ label: known.one(one) });
  return <Breadcrumb crumbs={crumbs} />;
}
