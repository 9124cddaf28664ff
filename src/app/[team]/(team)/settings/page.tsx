import type { ReactNode } from "react";
import { NewToken } from "@/features/team/components/new-token";
import { PasswordForm } from "@/features/team/components/password-form";
import { SessionList } from "@/features/team/components/session-list";
import { TokenList } from "@/features/team/components/token-list";
import { loadMe, loadMembers, loadSessions, loadTokens } from "@/features/team/loaders";
import { DataTable, TableCell, TableHead, TableHeader, TableRow } from "@/ui/data-table";
import { PageHeader } from "@/ui/page-header";
import { RelativeTime } from "@/ui/relative-time";

export const metadata = { title: "Settings" };

type Props = { params: Promise<{ team: string }> };

export default async function SettingsPage({ params }: Props) {
  const { team } = await params;
  const [me, members, sessions, tokens] = await Promise.all([
    loadMe(team),
    loadMembers(team),
    loadSessions(team),
    loadTokens(team),
  ]);
  return (
    <div className="mx-auto max-w-page px-4 py-5 md:px-6">
      <PageHeader title="Settings" />
      <div className="flex flex-col gap-10">
        <Section id="profile" title="You">
          <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
            <dt className="text-ink-3">Name</dt>
            <dd>
              <bdi>{me.user.name}</bdi>
            </dd>
            <dt className="text-ink-3">E-mail address</dt>
            <dd className="break-words">{me.user.email}</dd>
            <dt className="text-ink-3">Role</dt>
            <dd>
              {me.role} in <bdi>{me.team.name}</bdi>
            </dd>
          </dl>
        </Section>
        <Section id="password" title="Password">
          <PasswordForm team={team} email={me.user.email} />
        </Section>
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
          <DataTable caption="Members">
            <TableHead>
              <TableHeader>Name</TableHeader>
              <TableHeader>Role</TableHeader>
              <TableHeader className="max-sm:hidden">E-mail address</TableHeader>
              <TableHeader className="max-md:hidden">Since</TableHeader>
            </TableHead>
            <tbody>
              {members.map((member) => (
                <TableRow key={member.id}>
                  <TableCell heading>
                    <bdi>{member.name}</bdi>
                  </TableCell>
                  <TableCell>{member.role}</TableCell>
                  <TableCell className="text-ink-2 max-sm:hidden">{member.email}</TableCell>
                  <TableCell className="text-ink-3 max-md:hidden">
                    <RelativeTime at={member.joinedAt} />
                  </TableCell>
                </TableRow>
              ))}
            </tbody>
          </DataTable>
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
