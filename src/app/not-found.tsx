import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" className="mx-auto max-w-lg px-6 pt-[12vh]">
      <EmptyState
        level={1}
        title="There is nothing at this address"
        action={
          <LinkButton href="/" variant="primary">
            Go to your cases
          </LinkButton>
        }
      >
        It may have been moved, or it belongs to a team that you are not in.
      </EmptyState>
    </main>
  );
}
