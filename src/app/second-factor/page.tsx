import { redirect } from "next/navigation";
import { ConnectProvider } from "@/features/team/components/connect-provider";
import { Masthead } from "@/features/team/components/masthead";
import { SecondFactor } from "@/features/team/components/second-factor";
import { SignOutButton } from "@/features/team/components/sign-out-button";
import { loadSignIn } from "@/features/team/loaders";
import { oidcName } from "@/platform/auth/oidc";
import { currentUser } from "@/platform/auth/session";

export const metadata = { title: "Second factor" };

type Props = { searchParams: Promise<{ team?: string | string[] }> };

/** Where a person is led whose team asks for a second factor that they do not have yet. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const [{ team: slug }, user, signIn] = await Promise.all([searchParams, currentUser(), loadSignIn()]);
  if (!user || !signIn) redirect("/sign-in");
  const team = user.teams.find((each) => each.slug === slug);
  if (!team?.barred) redirect(team ? `/${team.slug}/cases` : "/");
  const provider = oidcName();
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-lg flex-col gap-6 px-4 pt-[10vh] pb-10">
      <div className="border-rule border-b pb-4">
        <Masthead />
        <p className="mt-2 text-ink-2 text-sm">
          <bdi>{team.name}</bdi> asks for more than a password.
        </p>
      </div>
      <h1 className="font-semibold text-base">Set up a second factor</h1>
      {signIn.hasPassword ? (
        <SecondFactor
          email={user.email}
          since={signIn.secondFactorSince}
          codesLeft={signIn.recoveryCodesLeft}
          returnTo={`/${team.slug}/cases`}
        />
      ) : null}
      {provider && signIn.identities.length > 0 ? (
        <p className="text-ink-2 text-sm">Signing out and in again by {provider} will do as well.</p>
      ) : null}
      {provider && signIn.identities.length === 0 && signIn.hasPassword ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink-2 text-sm">
            Or connect {provider}, and sign in by that from now on: it asks for its own second factor.
          </p>
          <ConnectProvider
            provider={provider}
            email={user.email}
            hasCode={signIn.secondFactorSince !== null}
            returnTo={`/second-factor?team=${team.slug}`}
          />
        </div>
      ) : null}
      <div className="border-hairline border-t pt-4">
        <SignOutButton />
      </div>
    </main>
  );
}
