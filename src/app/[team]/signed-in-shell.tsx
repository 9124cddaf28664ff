"use client";

import { LogOut, Plus } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { leave } from "@/features/team/components/sign-out";
import { UserMenu } from "@/features/team/components/user-menu";
import type { Role } from "@/platform/actor";
import type { PaletteGroup, PaletteItem } from "@/ui/command-palette";
import { AppShell } from "@/ui/shell/app-shell";
import type { RailItem } from "@/ui/shell/rail-item";
import type { Theme } from "@/ui/theme/theme";
import { ThemeToggle } from "@/ui/theme/theme-toggle";
import { searchIn } from "./search";

type Team = { slug: string; name: string };

export type SignedInShellProps = {
  team: Team;
  teams: Team[];
  user: { name: string; role: Role };
  theme: Theme;
  railCollapsed: boolean;
  rail: RailItem[];
  railLabel: string;
  railHead: ReactNode;
  /** Where I am. */
  top: ReactNode;
  /** What happens meanwhile. */
  live?: ReactNode;
  /** The case that the search looks in; without it, outlets only. */
  caseId?: string;
  /** Other cases, to go to from anywhere. */
  cases: { id: string; title: string }[];
  /** What this page's people may begin. */
  begin: PaletteItem[];
  children: ReactNode;
};

/** The shell with what only this product has: its search, its commands, and who is signed in. */
export function SignedInShell(props: SignedInShellProps) {
  const { team, teams, user, theme, caseId, cases, begin } = props;
  const search = useMemo(() => searchIn({ team: team.slug, caseId }), [team.slug, caseId]);
  const commands: PaletteGroup[] = [
    { heading: "Begin", items: begin.map((item) => ({ icon: <Plus />, ...item })) },
    {
      heading: "Cases",
      items: cases.map(({ id, title }) => ({ id: `case ${id}`, label: title, href: `/${team.slug}/cases/${id}` })),
    },
    { heading: "You", items: [{ id: "sign out", label: "Sign out", icon: <LogOut />, run: () => void leave() }] },
  ];
  return (
    <AppShell
      rail={props.rail}
      railLabel={props.railLabel}
      railHead={props.railHead}
      railCollapsed={props.railCollapsed}
      top={props.top}
      topEnd={
        <>
          {props.live}
          <ThemeToggle initial={theme} />
          <UserMenu name={user.name} role={user.role} team={team} teams={teams} />
        </>
      }
      commands={commands.filter((group) => group.items.length > 0)}
      search={search}
      searchPlaceholder={caseId ? "C-12, words of a claim, an article, a command…" : "A case, an outlet, a command…"}
    >
      {props.children}
    </AppShell>
  );
}
