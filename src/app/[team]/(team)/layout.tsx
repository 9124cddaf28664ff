import type { ReactNode } from "react";
import { CaseSwitcher } from "@/features/case/components/case-switcher";
import { Crumbs } from "../crumbs";
import { teamRail } from "../rails";
import { shellFrame } from "../shell-frame";
import { SignedInShell } from "../signed-in-shell";

type Props = { params: Promise<{ team: string }>; children: ReactNode };

export default async function TeamRoomsLayout({ params, children }: Props) {
  const { team } = await params;
  const { shell, begin, unread } = await shellFrame(team);
  return (
    <SignedInShell
      {...shell}
      rail={teamRail(team, unread)}
      railLabel="Team"
      railHead={<CaseSwitcher team={team} cases={shell.cases} />}
      top={<Crumbs start={[{ label: <bdi>{shell.team.name}</bdi> }]} base={`/${team}`} />}
      begin={begin}
    >
      {children}
    </SignedInShell>
  );
}
