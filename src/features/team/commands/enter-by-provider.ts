import type { Role } from "@/platform/actor";
import type { Vouched } from "@/platform/auth/oidc";
import { prisma, type Tx } from "@/platform/db/client";
import { line } from "@/platform/fields";
import { findOpenInvite } from "../queries";
import { joinTeam, lockTeams } from "./join-team";
import { tellTeams } from "./tell-teams";

export type Door = {
  /** Who is signed in already, and so connects the provider to their account. */
  signedInAs: {
    id: string;
    name: string /** They have just shown again that it is they. */;
    confirmed: boolean;
  } | null;
  /** The secret of the invitation that the person came by. */
  invitation: string | null;
  /** Empty: any. */
  allowedDomains: readonly string[];
  /** Where people join whom nobody invited: a team's slug and the role there. */
  join: { team: string; role: Role } | null;
};

/** Why somebody did not get in: the sign-in page has a sentence for each. */
export type Refused =
  | "ProviderTaken"
  | "ProviderUnconfirmed"
  | "ProviderNoAddress"
  | "ProviderDomain"
  | "ProviderHasAccount"
  | "ProviderOther"
  | "ProviderNoAccount"
  | "ProviderNoTeam";

type Entered = { userId: string } | { refused: Refused };

/**
 * Who a person is here that an identity provider vouches for: the account it was connected to, else one found or made by
 * the address that the provider has verified. An account that has a password is never taken over by an address alone,
 * for whoever made it may not have owned that address: its owner signs in with the password and connects it.
 */
export function enterByProvider(vouched: Vouched, door: Door): Promise<Entered> {
  return prisma().$transaction(async (tx) => {
    await lockTeams(tx);
    const { issuer, subject } = vouched;
    const known = await tx.identity.findUnique({ where: { issuer_subject: { issuer, subject } } });
    if (known) return enterAgain(tx, known, door);
    if (door.signedInAs)
      return door.signedInAs.confirmed ? connect(tx, vouched, door.signedInAs) : { refused: "ProviderUnconfirmed" };
    return enterFirst(tx, vouched, door);
  });
}

type Known = { issuer: string; subject: string; userId: string };

async function enterAgain(tx: Tx, { issuer, subject, userId }: Known, { signedInAs }: Door): Promise<Entered> {
  if (signedInAs && signedInAs.id !== userId) return { refused: "ProviderTaken" };
  await tx.identity.update({ where: { issuer_subject: { issuer, subject } }, data: { lastUsedAt: new Date() } });
  return { userId };
}

async function connect(tx: Tx, vouched: Vouched, user: { id: string; name: string }): Promise<Entered> {
  const { issuer, subject, email } = vouched;
  const data = { issuer, subject, email: email ?? "", userId: user.id, lastUsedAt: new Date() };
  await tx.identity.create({ data });
  await tellTeams(tx, user, "identity.connected");
  return { userId: user.id };
}

async function enterFirst(tx: Tx, vouched: Vouched, door: Door): Promise<Entered> {
  const { issuer, email } = vouched;
  if (email === null) return { refused: "ProviderNoAddress" };
  const domain = email.slice(email.lastIndexOf("@") + 1);
  if (door.allowedDomains.length > 0 && !door.allowedDomains.includes(domain)) return { refused: "ProviderDomain" };
  const user = await tx.user.findUnique({ where: { email }, include: { identities: { where: { issuer } } } });
  if (!user) return enterNew(tx, vouched, email, door);
  if (user.passwordHash !== null) return { refused: "ProviderHasAccount" };
  // The provider knew somebody else by this address: addresses are handed on, accounts are not.
  if (user.identities.length > 0) return { refused: "ProviderOther" };
  return connect(tx, vouched, user);
}

async function enterNew(tx: Tx, vouched: Vouched, email: string, { invitation, join }: Door): Promise<Entered> {
  const invited = await isInvited(invitation, email);
  if (!invited && !join) return { refused: "ProviderNoAccount" };
  const team = invited || !join ? null : await tx.team.findUnique({ where: { slug: join.team } });
  if (!invited && !team) return { refused: "ProviderNoTeam" };
  const user = await tx.user.create({ data: { email, name: nameOf(vouched, email) } });
  if (team && join) await joinTeam(tx, { team: { ...team, isNew: false }, user, role: join.role }, "page");
  return connect(tx, vouched, user);
}

async function isInvited(secret: string | null, email: string) {
  const invite = secret === null ? null : await findOpenInvite(secret);
  return invite !== null && (invite.email === null || invite.email === email);
}

/** The provider's words, where they can stand beside what somebody enters. */
function nameOf({ name }: Vouched, email: string): string {
  const parsed = line(100).safeParse(name.replaceAll(/\s+/g, " ").slice(0, 100));
  return parsed.success ? parsed.data : (email.split("@")[0] ?? email);
}
