import { redirect } from "next/navigation";
import { Masthead } from "@/features/team/components/masthead";
import { SignInForm } from "@/features/team/components/sign-in-form";
import { returnPath } from "@/features/team/rules/return-path";
import { currentUser } from "@/platform/auth/session";

export const metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ from?: string | string[]; beside?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { from, beside } = await searchParams;
  const returnTo = returnPath(typeof from === "string" ? from : null);
  const signedIn = (await currentUser()) !== null;
  if (signedIn && !beside) redirect(returnTo);
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-sm flex-col gap-6 px-4 pt-[14vh] pb-10">
      <div className="border-rule border-b pb-4">
        <Masthead />
        <p className="mt-2 text-ink-2 text-sm">
          What each source claims, where they conflict, and why you believe what you believe.
        </p>
      </div>
      <h1 className="font-semibold text-base">Sign in</h1>
      {signedIn ? (
        <p className="text-base">
          You are signed in. Close this tab and go on in the one you came from: what you typed is still there.
        </p>
      ) : (
        <SignInForm returnTo={returnTo} beside={Boolean(beside)} />
      )}
    </main>
  );
}
