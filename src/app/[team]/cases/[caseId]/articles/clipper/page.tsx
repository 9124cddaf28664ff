import { ClipperLink } from "@/features/article/components/clipper-link";
import { canAddArticle } from "@/features/article/policy";
import { loadCase } from "@/features/case/loaders";
import { clipperKey } from "@/platform/auth/clipper-key";
import { pageCtx } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { Kbd } from "@/ui/kbd";
import { PageHeader } from "@/ui/page-header";

export const metadata = { title: "Clipper" };

type Props = { params: Promise<{ team: string; caseId: string }> };

export default async function ClipperPage({ params }: Props) {
  const { team, caseId } = await params;
  const [{ actor }, { title }] = await Promise.all([pageCtx(team), loadCase(team, caseId)]);
  const path = `/${team}/cases/${caseId}/articles/clip`;
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Clipper" />
      {canAddArticle(actor) ? (
        <div className="flex max-w-reading flex-col gap-4 text-base">
          <p>
            Some pages are shown only to those who are signed in there, or put together by the browser: the server
            cannot fetch them. The clipper sends such a page as your browser shows it.
          </p>
          <ol className="flex list-decimal flex-col gap-3 ps-5">
            <li>
              Show your browser’s bookmarks bar (<Kbd keys="mod+shift+b" /> in most) and drag this onto it:
              <div className="pt-2">
                <ClipperLink path={path} clipperKey={clipperKey(actor.userId, caseId)} label={`Clip to ${title}`} />
              </div>
              <p className="pt-1 text-ink-2 text-sm">
                Or make a bookmark by hand and paste its address. It is yours, and for this case alone.
              </p>
            </li>
            <li>Open the article in the same browser, and use the bookmark there.</li>
            <li>A window opens with what was read. Correct it, and save it as an article.</li>
          </ol>
          <p className="text-ink-2 text-sm">
            What is sent is the page’s text and structure and its address: no cookies, no passwords, nothing that was
            typed into its forms.
          </p>
        </div>
      ) : (
        <EmptyState title="You may read here, but not add">
          Your role in this team is viewer. Ask an owner for the role of an analyst.
        </EmptyState>
      )}
    </div>
  );
}
