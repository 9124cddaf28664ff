import { Masthead } from "@/features/team/components/masthead";
import { SetUpForm } from "@/features/team/components/set-up-form";
import { loadSetupOpen } from "@/features/team/loaders";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";

export const metadata = { title: "Set up", referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }> };

export default async function SetUpPage({ params }: Props) {
  const { token } = await params;
  if (!(await loadSetupOpen(token))) return <Closed />;
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-sm flex-col gap-6 px-4 pt-[10vh] pb-10">
      <div className="border-rule border-b pb-4">
        <Masthead />
        <p className="mt-2 text-ink-2 text-sm">Nobody has an account here yet. Yours will own the team.</p>
      </div>
      <h1 className="font-semibold text-base">Set up</h1>
      <SetUpForm token={token} />
    </main>
  );
}

function Closed() {
  return (
    <main id="main" className="px-6">
      <EmptyState
        title="This link does not work any more"
        action={
          <LinkButton href="/sign-in" variant="primary">
            Sign in
          </LinkButton>
        }
      >
        A set-up link works once, for a day, and only while nobody has an account. Starting the server again on an empty
        database prints a new one.
      </EmptyState>
    </main>
  );
}
