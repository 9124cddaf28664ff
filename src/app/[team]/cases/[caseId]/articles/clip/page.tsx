import { ReceivePage } from "@/features/article/components/receive-page";
import { canAddArticle } from "@/features/article/policy";
import { loadCase } from "@/features/case/loaders";
import { clipperKey } from "@/platform/auth/clipper-key";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";

export const metadata = { title: "Take a page in" };

type Props = { params: Promise<{ team: string; caseId: string }> };

export default async function ClipPage({ params }: Props) {
  const { team, caseId } = await params;
  const [{ actor }, { title }] = await Promise.all([pageCtx(team), loadCase(team, caseId)]);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Take a page in" meta={<bdi>{title}</bdi>} />
      {canAddArticle(actor) ? (
        <ReceivePage
          team={team}
          caseId={caseId}
          clipperKey={clipperKey(actor.userId, caseId)}
          addHref={`/${team}/cases/${caseId}/articles/new`}
        />
      ) : (
        <EmptyState title="You may read here, but not add">
          Your role in this team is viewer. Ask an owner for the role of an analyst.
        </EmptyState>
      )}
    </div>
  );
}
