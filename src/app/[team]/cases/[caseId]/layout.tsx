import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadLatestSeq } from "@/features/activity/loaders";
import { canAddArticle } from "@/features/article/policy";
import { CaseSwitcher } from "@/features/case/components/case-switcher";
import { loadCase } from "@/features/case/loaders";
import { canSetBack } from "@/features/undo/policy";
import type { PaletteItem } from "@/ui/command-palette";
import { SourceText } from "@/ui/source-text";
import { Crumbs } from "../../crumbs";
import { caseRail } from "../../rails";
import { shellFrame } from "../../shell-frame";
import { SignedInShell } from "../../signed-in-shell";
import { UndoLast } from "./_desk/undo-last";
import { LiveBar } from "./_live/live-bar";

type Params = Promise<{ team: string; caseId: string }>;
type Props = { params: Params; children: ReactNode };

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { team, caseId } = await params;
  const { title } = await loadCase(team, caseId);
  return { title: { default: title, template: `%s · ${title} · Crossbearing` } };
}

export default async function CaseLayout({ params, children }: Props) {
  const { team, caseId } = await params;
  // Before anything else is read: what happens from then on is told.
  const after = await loadLatestSeq(team, caseId);
  const [{ shell, begin, actor, unread }, subject] = await Promise.all([shellFrame(team), loadCase(team, caseId)]);
  const home = `/${team}/cases/${caseId}`;
  const writes = canAddArticle(actor);
  const add: PaletteItem = { id: "add article", label: "Add an article", href: `${home}/articles/new` };
  return (
    <SignedInShell
      {...shell}
      caseId={caseId}
      rail={caseRail({ team, caseId, counts: subject.counts, writes, unread })}
      railLabel="Case"
      railHead={<CaseSwitcher team={team} current={{ id: caseId, title: subject.title }} cases={shell.cases} />}
      top={
        <Crumbs
          start={[
            { label: "Cases", href: `/${team}/cases` },
            { label: <SourceText>{subject.title}</SourceText>, href: home },
          ]}
          base={home}
        />
      }
      live={
        <>
          {canSetBack(actor) ? <UndoLast team={team} caseId={caseId} /> : null}
          <LiveBar team={team} caseId={caseId} userId={actor.userId} after={after} />
        </>
      }
      begin={writes ? [add, ...begin] : begin}
    >
      {children}
    </SignedInShell>
  );
}
