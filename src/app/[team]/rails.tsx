import {
  CalendarRange,
  FileInput,
  FolderOpen,
  GitCompareArrows,
  Grid3x3,
  Handshake,
  History,
  House,
  Inbox,
  Landmark,
  Newspaper,
  Settings,
  Share2,
  Table2,
  TriangleAlert,
} from "lucide-react";
import type { Case } from "@/features/case/schema";
import type { RailItem } from "@/ui/shell/rail-item";

const shared = (team: string, unread: number): RailItem[] => [
  {
    href: `/${team}/inbox`,
    label: "Inbox",
    icon: <Inbox />,
    keys: "g b",
    apart: true,
    ...(unread > 0 && { count: unread }),
  },
  { href: `/${team}/outlets`, label: "Outlets", icon: <Landmark />, keys: "g o" },
  { href: `/${team}/settings`, label: "Settings", icon: <Settings />, keys: "g ," },
];

/** What the rail leads to outside of a case. */
export const teamRail = (team: string, unread: number): RailItem[] => [
  { href: `/${team}/cases`, label: "Cases", icon: <FolderOpen />, keys: "g k" },
  ...shared(team, unread),
];

type InCase = { team: string; caseId: string; counts: Case["counts"]; writes: boolean; unread: number };

/** What the rail leads to in a case. */
export function caseRail({ team, caseId, counts, writes, unread }: InCase): RailItem[] {
  const home = `/${team}/cases/${caseId}`;
  const importing: RailItem = { href: `${home}/import`, label: "Import", icon: <FileInput />, keys: "g i" };
  return [
    { href: home, label: "Case", icon: <House />, keys: "g h", match: "exact" },
    { href: `${home}/articles`, label: "Articles", icon: <Newspaper />, keys: "g a", count: counts.articles },
    { href: `${home}/claims`, label: "Sheet", icon: <Table2 />, keys: "g s", count: counts.claims },
    { href: `${home}/conflicts`, label: "Conflicts", icon: <GitCompareArrows />, keys: "g c" },
    { href: `${home}/warnings`, label: "Warnings", icon: <TriangleAlert />, keys: "g w" },
    { href: `${home}/matrix`, label: "Matrix", icon: <Grid3x3 />, keys: "g m" },
    { href: `${home}/graph`, label: "Graph", icon: <Share2 />, keys: "g r" },
    { href: `${home}/timeline`, label: "Timeline", icon: <CalendarRange />, keys: "g t" },
    { href: `${home}/agreement`, label: "Agreement", icon: <Handshake />, keys: "g e" },
    { href: `${home}/history`, label: "History", icon: <History />, keys: "g y" },
    ...(writes ? [importing] : []),
    ...shared(team, unread),
    { href: `/${team}/cases`, label: "All cases", icon: <FolderOpen />, keys: "g k", match: "exact" },
  ];
}
