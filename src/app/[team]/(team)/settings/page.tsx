import type { ReactNode } from "react";
import { CheckHistory } from "@/features/activity/components/check-history";
import { DigestChoice } from "@/features/team/components/digest-choice";
import { IdentityList } from "@/features/team/components/identity-list";
import { InvitePeople } from "@/features/team/components/invite-people";
import { MemberList } from "@/features/team/components/member-list";
import { NameForm } from "@/features/team/components/name-form";
import { NewTeam } from "@/features/team/components/new-team";
import { NewToken } from "@/features/team/components/new-token";
import { PasswordForm } from "@/features/team/components/password-form";
import { RoleTable } from "@/features/team/components/role-table";
import { SecondFactor } from "@/features/team/components/second-factor";
import { SecondFactorRule } from "@/features/team/components/second-factor-rule";
import { SessionList } from "@/features/team/components/session-list";
import { TokenList } from "@/features/team/components/token-list";
import {
  loadDigest,
  loadInvites,
  loadMe,
  loadMembers,
  loadSecondFactorRule,
  loadSessions,
  loadSignIn,
  loadTokens,
} from "@/features/team/loaders";
import { canManagePeople } from "@/features/team/policy";
import { oidcName } from "@/platform/auth/oidc";
import { pageCtx } from "@/platform/auth/session";
import { PageHeader } from "@/ui/page-header";

export const metadata = { title: "Settings" };

type Props = { params: Promise<{ team: string }> };

export default async function SettingsPage({ params }: Props) {
  const { team } = await params;
  const [me, { actor }, members, invites, sessions, tokens, signIn, rule, digest] = await Promise.all([
    loadMe(team),
    pageCtx(team),
    loadMembers(team),
    loadInvites(team),
    loadSessions(team),
    loadTokens(team),
    loadSignIn(),
    loadSecondFactorRule(team),
    loadDigest(team),
  ]);
  const provider = oidcName();
  const manages = canManagePeople(actor);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-10">
        <Section id="profile" title="You">
          <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
            <dt className="text-ink-3">E-mail address</dt>
            <dd className="break-words">{me.user.email}</dd>
            <dt className="text-ink-3">Role</dt>
            <dd>
              {me.role} in <bdi>{me.team.name}</bdi>
            </dd>
          </dl>
          <div className="mt-4">
            <NameForm team={team} of="person" name={me.user.name} />
          </div>
        </Section>
        {digest === null ? null : (
          <Section id="mail" title="Mail" note="It names cases and people, and travels as mail does.">
            <DigestChoice team={team} digest={digest} />
          </Section>
        )}
        {signIn?.hasPassword ? (
          <Section id="password" title="Password">
            <PasswordForm team={team} email={me.user.email} />
          </Section>
        ) : null}
        {signIn?.hasPassword ? (
          <Section
            id="second-factor"
            title="Second factor"
            note="A code of an app beside the password: who learns the password does not get in."
          >
            <SecondFactor email={me.user.email} since={signIn.secondFactorSince} codesLeft={signIn.recoveryCodesLeft} />
          </Section>
        ) : null}
        {signIn && (provider || signIn.identities.length > 0) ? (
          <Section
            id="provider"
            title="Sign-in by a provider"
            note="It asks for its own second factor, and is asked again every day."
          >
            <IdentityList
              team={team}
              email={me.user.email}
              hasCode={signIn.secondFactorSince !== null}
              provider={provider}
              identities={signIn.identities}
              canDisconnect={signIn.hasPassword}
            />
          </Section>
        ) : null}
        <Section id="sessions" title="Where you are signed in">
          <SessionList team={team} sessions={sessions} />
        </Section>
        <Section
          id="tokens"
          title="API tokens"
          note="For scripts and other programs. A token may do what you may do in this team."
        >
          <TokenList team={team} tokens={tokens} now={new Date().toISOString()} />
          <div className="mt-5">
            <NewToken team={team} />
          </div>
        </Section>
        <Section id="members" title={`Who is in ${me.team.name}`}>
          <MemberList team={team} members={members} userId={me.user.id} manages={manages} />
        </Section>
        {manages ? (
          <Section
            id="invite"
            title="Invite people"
            note="A link lets one person in, once, within a week. Roles can be changed later."
          >
            <InvitePeople team={team} invites={invites} />
          </Section>
        ) : null}
        <Section id="roles" title="Who may do what">
          <RoleTable />
        </Section>
        {manages ? (
          <Section id="second-factor-rule" title="Second factor of all">
            <SecondFactorRule team={team} {...rule} />
          </Section>
        ) : null}
        <Section
          id="record"
          title="The team’s record"
          note="Who joined, left and invited, tokens and outlets. Each case has its own, on its history page."
        >
          <CheckHistory team={team} caseId={null} />
        </Section>
        <Section id="team" title="Teams" note="Teams share nothing: each has its own outlets, cases and people.">
          <div className="flex flex-col gap-5">
            {manages ? <NameForm team={team} of="team" name={me.team.name} /> : null}
            <NewTeam />
          </div>
        </Section>
      </div>
    </div>
  );
}

type SectionProps = { id: string; title: string; note?: string; children: ReactNode };

function Section({ id, title, note, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="grid gap-x-10 gap-y-3 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {note ? <p className="mt-1 text-ink-3 text-sm">{note}</p> : null}
      </div>
      <div className="min-w-0 max-w-form">{children}</div>
    </section>
  );
}
