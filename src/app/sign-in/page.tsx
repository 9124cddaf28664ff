import { redirect } from "next/navigation";
import { Masthead } from "@/features/team/components/masthead";
import { ProviderButton } from "@/features/team/components/provider-button";
import { SignInForm } from "@/features/team/components/sign-in-form";
import { refusalOf } from "@/features/team/rules/refusal-of";
import { returnPath } from "@/features/team/rules/return-path";
import { oidcName } from "@/platform/auth/oidc";
import { currentUser } from "@/platform/auth/session";
import { FormErrors } from "@/ui/form-errors";

export const metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ from?: string | string[]; beside?: string; error?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const { from, beside, error } = await searchParams;
  const returnTo = returnPath(typeof from === "string" ? from : null);
  const signedIn = (await currentUser()) !== null;
  const provider = oidcName();
  const refusal = typeof error === "string" ? refusalOf(error, provider ?? "the provider") : null;
  if (signedIn && !beside && !refusal) redirect(returnTo);
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-sm flex-col gap-6 px-4 pt-[14vh] pb-10">
      <div className="border-rule border-b pb-4">
        <Masthead />
        <p className="mt-2 text-ink-2 text-sm">
          What each source claims, where they conflict, and why you believe what you believe.
        </p>
      </div>
      <h1 className="font-semibold text-base">Sign in</h1>
      {refusal ? (
        <FormErrors title={signedIn ? "Nothing was connected" : "You are not signed in"} errors={[refusal]} />
      ) : null}
      {signedIn && !beside ? (
        <a className="link" href="/">
          Back to where you are signed in
        </a>
      ) : signedIn ? (
        <p className="text-base">
          You are signed in. Close this tab and go on in the one you came from: what you typed is still there.
        </p>
      ) : (
        <>
          <SignInForm returnTo={returnTo} beside={Boolean(beside)} />
          {provider ? (
            <div className="flex flex-col gap-3">
              <p className="flex items-center gap-3 text-ink-3 text-sm before:h-px before:flex-1 before:bg-hairline after:h-px after:flex-1 after:bg-hairline">
                or
              </p>
              <ProviderButton
                chief
                label={`Continue with ${provider}`}
                returnTo={beside ? "/sign-in?beside=1" : returnTo}
              />
            </div>
          ) : null}
        </>
      )}
    </main>
  );
}
