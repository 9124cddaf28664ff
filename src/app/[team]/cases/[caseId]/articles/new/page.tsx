import { AddArticleForm } from "@/features/article/components/add-article-form";
import { loadIntakes } from "@/features/article/loaders";
import { canAddArticle } from "@/features/article/policy";
import { loadCase } from "@/features/case/loaders";
import { addVersionAction } from "@/features/claim/actions";
import { loadOutletNames } from "@/features/outlet/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { outletOptions } from "../../../../outlet-options";

export const metadata = { title: "Add an article" };

type Props = { params: Promise<{ team: string; caseId: string }>; searchParams: Promise<{ intake?: string }> };

export default async function NewArticlePage({ params, searchParams }: Props) {
  const [{ team, caseId }, { intake }] = await Promise.all([params, searchParams]);
  const [{ actor }, names, intakes] = await Promise.all([
    pageCtx(team),
    loadOutletNames(team),
    loadIntakes(team, caseId),
    loadCase(team, caseId),
  ]);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader
        title="Add an article"
        actions={<LinkButton href={`/${team}/cases/${caseId}/articles/clipper`}>Clipper for your browser</LinkButton>}
      />
      {canAddArticle(actor) ? (
        <AddArticleForm
          team={team}
          caseId={caseId}
          outlets={outletOptions(names)}
          intakes={intakes}
          first={intake}
          addVersion={addVersionAction}
          draftKey={`crossbearing-draft article ${caseId} ${actor.userId}`}
        />
      ) : (
        <EmptyState title="You may read here, but not add">
          Your role in this team is viewer. Ask an owner for the role of an analyst.
        </EmptyState>
      )}
    </div>
  );
}
