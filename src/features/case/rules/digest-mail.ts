import { quoted } from "@/platform/mail/quoted";
import type { Notice } from "../schema";
import { tellNotice } from "./tell-notice";

/** How many notices a mail shows; the others are in the inbox. */
const SHOWN = 20;
/** From where on the inbox no longer counts (`countUnread`). */
const MANY = 100;

type Said = {
  fresh: Pick<Notice, "kind" | "actor" | "subject" | "case">[];
  unread: number;
  team: string;
  home: string;
};

/** The mail of what is new in an inbox; `home` is the address of the team. */
export function digestMail({ fresh, unread, team, home }: Said) {
  const count = fresh.length === 1 ? "One new notice" : `${many(fresh.length)} new notices`;
  const lines = fresh.slice(0, SHOWN).map((notice) => `- ${tellNotice(notice)}`);
  const more = fresh.length > SHOWN ? ["- and more"] : [];
  const settings = `${home}/settings#mail`;
  return {
    subject: `${count}: ${quoted(team, 40)}`,
    text: `${count} in the team ${quoted(team)}; ${many(unread)} unread in all.

${[...lines, ...more].join("\n")}

Your inbox: ${home}/inbox

--
You asked for this once a day. To end it: ${settings}
`,
    unsubscribe: settings,
  };
}

const many = (count: number) => (count >= MANY ? `${MANY} or more` : String(count));
