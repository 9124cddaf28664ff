import { z } from "zod";
import { ROLES } from "@/platform/actor";
import { Id, line, Timestamp } from "@/platform/fields";

export const Role = z.enum(ROLES).meta({ id: "Role" });

export const Email = z.string().trim().toLowerCase().pipe(z.email("is not an e-mail address").max(254));

/** At least 12 characters; no rule about their kinds (NIST SP 800-63B). */
export const Password = z.string().min(12, "must have at least 12 characters").max(200);

export const TeamSlug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "takes lower-case letters, digits and hyphens");

/** The first account of an empty installation, from the set-up link. */
export const SetUp = z.object({
  token: z.string().min(20).max(200),
  name: line(100),
  email: Email,
  password: Password,
  team: line(100),
});

/** Joins the team of that name, or makes it. Who makes a team owns it; who joins one is an analyst, unless said otherwise. */
export const CreateUser = z.object({
  email: Email,
  name: line(100),
  team: line(100).optional(),
  role: Role.optional(),
  password: Password.optional(),
});

export const TokenScope = z.enum(["read", "write"]).meta({ id: "TokenScope" });

export const CreateToken = z.object({
  name: line(100),
  /** `read` is refused whatever would change something; `write` does both. */
  scope: TokenScope.default("write"),
  /** Whole days; null never ends. */
  expiresInDays: z.int().min(1).max(3650).nullable().default(90),
});

export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  scope: TokenScope,
  hint: z.string(),
  createdAt: Timestamp,
  expiresAt: Timestamp.nullable(),
  lastUsedAt: Timestamp.nullable(),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const RevokeToken = z.object({ tokenId: Id });

export const EndSession = z.object({ sessionId: Id });

export const ChangePassword = z.object({ current: z.string().min(1, "must not be empty").max(200), next: Password });

/** One signed-in browser of the person who asks. */
export const SignedInSession = z.object({
  id: Id,
  userAgent: z.string(),
  createdAt: Timestamp,
  lastSeenAt: Timestamp,
});
export type SignedInSession = z.infer<typeof SignedInSession>;

export const Member = z
  .object({
    id: Id,
    name: z.string(),
    /** Empty where the caller only reads. */
    email: z.string(),
    role: Role,
    joinedAt: Timestamp,
    /** When any of their browsers was last used here; null where none was. */
    lastSeenAt: Timestamp.nullable(),
  })
  .meta({ id: "Member" });
export type Member = z.infer<typeof Member>;

export const Me = z
  .object({
    user: z.object({ id: Id, email: z.string(), name: z.string() }),
    team: z.object({ id: Id, slug: z.string(), name: z.string() }),
    role: Role,
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof Me>;

/** Without an address whoever has the link may join with it. */
export const InviteMember = z.object({ email: Email.nullable().optional(), role: Role });

export const Invite = z
  .object({
    id: Id,
    email: z.string().nullable(),
    role: Role,
    /** What became of the mail that brings it; null where none was sent. */
    mail: z.enum(["queued", "sent", "failed"]).nullable(),
    invitedBy: z.object({ id: Id, name: z.string() }),
    createdAt: Timestamp,
    expiresAt: Timestamp,
  })
  .meta({ id: "Invite" });
export type Invite = z.infer<typeof Invite>;

/** The link is in the answer to making it only, and in the mail where it is `mailed`. */
export const MadeInvite = Invite.extend({ path: z.string(), mailed: z.boolean() }).meta({ id: "MadeInvite" });
export type MadeInvite = z.infer<typeof MadeInvite>;

export const RevokeInvite = z.object({ inviteId: Id });

const InviteToken = z.string().min(20).max(200);

/** Who has no account yet makes one on the way in. */
export const AcceptInvite = z.object({ token: InviteToken, name: line(100), email: Email, password: Password });
export const AcceptInviteSignedIn = z.object({ token: InviteToken });

export const ChangeRole = z.object({ role: Role });
export const ChangeMember = ChangeRole.extend({ userId: Id });
export const RemoveMember = z.object({ userId: Id });

export const CreateTeam = z.object({ name: line(100) });
export const RenameTeam = z.object({ name: line(100) });
export const ChangeName = z.object({ name: line(100) });

export const SetDigest = z.object({ digest: z.boolean() });

const Code = z.string().trim().min(1, "must not be empty").max(100);
const PresentPassword = z.string().min(1, "must not be empty").max(200);

export const BeginSecondFactor = z.object({ password: PresentPassword });
export const ConfirmSecondFactor = z.object({ code: Code });
export const RenewRecoveryCodes = z.object({ code: Code });
export const EndSecondFactor = z.object({ password: PresentPassword, code: Code });
/** The code may be left out by who has no second factor. */
export const ConfirmPerson = z.object({ password: PresentPassword, code: z.string().max(100).default("") });
export const RequireSecondFactor = z.object({ required: z.boolean() });
export const DisconnectIdentity = z.object({ issuer: z.string().min(1).max(500), subject: z.string().min(1).max(255) });

/** How an authenticator app is told: a picture to scan, and the secret in letters. */
export type NewSecondFactor = {
  /** The modules of the QR code as the path of an SVG of `size` units. */
  path: string;
  size: number;
  text: string;
};

export type ConnectedIdentity = { issuer: string; subject: string; email: string; connectedAt: string };
