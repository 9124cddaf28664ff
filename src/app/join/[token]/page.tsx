import { JoinAsMyself, JoinForm } from "@/features/team/components/join-form";
import { Masthead } from "@/features/team/components/masthead";
import { ProviderButton } from "@/features/team/components/provider-button";
import { loadOpenInvite } from "@/features/team/loaders";
import { oidcName } from "@/platform/auth/oidc";
import { currentUser } from "@/platform/auth/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";

export const metadata = { title: "Join", referrer: "no-referrer" };

type Props = { params: Promise<{ token: string }> };

export default async function JoinPage({ params }: Props) {
  const { token } = await params;
  const [invite, user] = await Promise.all([loadOpenInvite(token), currentUser()]);
  if (!invite) return <Closed />;
  const provider = oidcName();
  const signIn = `/sign-in?from=${encodeURIComponent(`/join/${token}`)}`;
  const another = user && invite.email !== null && invite.email !== user.email;
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-sm flex-col gap-6 px-4 pt-[10vh] pb-10">
      <div className="border-rule border-b pb-4">
        <Masthead />
        <p className="mt-2 text-ink-2 text-sm">
          <bdi>{invite.invitedBy}</bdi> invites you to <bdi>{invite.team}</bdi> as {invite.role}.
        </p>
      </div>
      <h1 className="font-semibold text-base">
        Join <bdi>{invite.team}</bdi>
      </h1>
      {another ? (
        <p className="text-base">
          The invitation is for <span dir="ltr">{invite.email}</span>, and you are signed in as{" "}
          <span dir="ltr">{user.email}</span>. Sign out, and follow the link again.
        </p>
      ) : user ? (
        <JoinAsMyself token={token} name={user.name} />
      ) : (
        <>
          <JoinForm token={token} email={invite.email} />
          {provider ? <ProviderButton label={`Continue with ${provider}`} returnTo={`/join/${token}`} /> : null}
          <p className="text-ink-2 text-sm">
            You have an account here?{" "}
            <a className="link" href={signIn}>
              Sign in to join with it
            </a>
          </p>
        </>
      )}
    </main>
  );
}

function Closed() {
  return (
    <main id="main" className="px-6">
      <EmptyState
        title="This invitation does not work any more"
        action={
          <LinkButton href="/sign-in" variant="primary">
            Sign in
          </LinkButton>
        }
      >
        An invitation works once, for a week, unless it was taken back. Ask who sent it for another.
      </EmptyState>
    </main>
  );
}
