import { createHash } from "node:crypto";
import { createTransport } from "mailer";
import { env } from "../env";
import type { Attempt } from "../jobs";
import { isAddress, type MailServer, type Sender } from "./mail-server.mjs";

export type Mail = {
  to: string;
  subject: string;
  /** Plain text. What people wrote stands in it as `quoted` has it. */
  text: string;
  /** What the mail is about, in words that are its own: sent twice, it is the same mail to who receives it. */
  about: string;
  /** A page on which its reader can end such mail. */
  unsubscribe?: string;
};

type Mailing = {
  server: MailServer;
  from: Sender;
  /** Where its links lead, without a slash at the end. */
  home: string;
};

/** How this installation sends mail; null where it does not, for want of a server or of an address of its own. */
export function mailing(): Mailing | null {
  const { SMTP_URL: server, SMTP_FROM: from, PUBLIC_URL } = env();
  return server && from && PUBLIC_URL ? { server, from, home: new URL(PUBLIC_URL).origin } : null;
}

/**
 * How often a mail is tried, over some thirty hours. A server that is down for a night, or wants to be asked twice
 * (greylisting), gets it yet.
 */
export const MAIL_ATTEMPTS = 14;

/** Says nothing but what went wrong: neither the address nor a word of the mail, for it stands in logs and in the queue. */
class MailFailure extends Error {
  constructor(
    what: string,
    /** The address itself was refused: no other attempt can help. */
    readonly refused = false,
  ) {
    super(`A mail could not be sent: ${what}`);
    this.stack = this.message;
  }
}

/**
 * Sends one mail out of a job: "sent", or "failed" for good. What may go better next time is thrown, and the queue
 * tries again. The last attempt never throws, so that no job is left behind.
 */
export async function sendMail(mail: Mail, { last }: Attempt): Promise<"sent" | "failed"> {
  try {
    await handOver(mail);
    return "sent";
  } catch (error) {
    if (!(error instanceof MailFailure)) throw error;
    if (!error.refused && !last) throw error;
    console.error(`${error.message}. It is given up.`);
    return "failed";
  }
}

async function handOver({ to, subject, text, about, unsubscribe }: Mail): Promise<void> {
  const how = mailing();
  if (!how) throw new MailFailure("no mail server is set");
  if (!isAddress(to)) throw new MailFailure("its address is none", true);
  const { server, from } = how;
  const transport = createTransport(connectionOptions(server));
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  try {
    await transport.sendMail({
      // As values and not as text, nothing in them is read as a list, a name or a header.
      from,
      to: { name: "", address: to },
      envelope: { from: from.address, to: [to] },
      subject,
      text,
      messageId: `<${createHash("sha256").update(about).digest("hex").slice(0, 32)}@${domain}>`,
      headers: {
        // RFC 3834, and what Exchange reads instead: no out-of-office notes in answer.
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...(unsubscribe && { "List-Unsubscribe": `<${unsubscribe}>` }),
      },
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw failureOf(error);
  } finally {
    transport.close();
  }
}

const connectionOptions = ({ host, port, tls, near, auth }: MailServer) => ({
  host,
  port,
  secure: tls,
  // In the clear only to this machine, whose own mail server need not have a certificate that anybody knows.
  requireTLS: !tls && !near,
  tls: { rejectUnauthorized: !near },
  ...(auth && { auth }),
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
});

/** The server's own words may name the address, so only its codes are told. */
function failureOf(error: unknown): MailFailure {
  const {
    code = "",
    command = "",
    responseCode = 0,
  } = error as {
    code?: string;
    command?: string;
    responseCode?: number;
  };
  const what = [code, command, responseCode || ""].filter(Boolean).join(" ") || "for a reason that is not known";
  return new MailFailure(what, command === "RCPT TO" && responseCode >= 500);
}
