import { AddArticleForm } from "@/features/article/components/add-article-form";
import { canAddArticle } from "@/features/article/policy";
import { loadCase } from "@/features/case/loaders";
import { loadOutletNames } from "@/features/outlet/loaders";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { outletOptions } from "../../../../outlet-options";

export const metadata = { title: "Add an article" };

type Props = { params: Promise<{ team: string; caseId: string }> };

export default async function NewArticlePage({ params }: Props) {
  const { team, caseId } = await params;
  const [{ actor }, names] = await Promise.all([pageCtx(team), loadOutletNames(team), loadCase(team, caseId)]);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Add an article" />
      {canAddArticle(actor) ? (
        <AddArticleForm
          team={team}
          caseId={caseId}
          outlets={outletOptions(names)}
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
