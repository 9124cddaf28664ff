import type { Role } from "@/platform/actor";
import { quoted } from "@/platform/mail/quoted";

type Said = { invitedBy: string; team: string; role: Role; expiresAt: Date; link: string; home: string };

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

/** The mail that brings an invitation. Its subject names nobody: names are what others choose. */
export function inviteMail({ invitedBy, team, role, expiresAt, link, home }: Said): { subject: string; text: string } {
  const text = `Hello,

${quoted(invitedBy)} invites you to the team ${quoted(team)} on Crossbearing, as ${/^[ao]/.test(role) ? "an" : "a"} ${role}.

To join, follow this link. It works once, until ${DAY.format(expiresAt)}, and for your address only:

${link}

If you do not know who invites you, leave this mail alone: nothing happens without the link.

--
Sent by ${home} because somebody entered your address there.
Nobody reads answers to it.
`;
  return { subject: "An invitation to Crossbearing", text };
}
