import { createTransport } from "mailer";
import { env } from "../env";

export type Mail = { to: string; subject: string; text: string };

/** Whether this installation mails at all, and where its links lead. */
export function mailOrigin(): string | null {
  const { SMTP_URL, SMTP_FROM, PUBLIC_URL } = env();
  return SMTP_URL && SMTP_FROM && PUBLIC_URL ? new URL(PUBLIC_URL).origin : null;
}

const SECONDS = 1000;

/** Hands a plain-text mail to the server of the settings. Throws where that does not take it. */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const { SMTP_URL, SMTP_FROM } = env();
  if (!SMTP_URL || !SMTP_FROM) return;
  const { host, port, tls: secure, near, auth } = SMTP_URL;
  const transport = createTransport({
    host,
    port,
    secure,
    // Never in the clear, unless it does not leave the machine.
    requireTLS: !secure && !near,
    ...(near && { ignoreTLS: !secure }),
    ...(auth && { auth }),
    connectionTimeout: 20 * SECONDS,
    greetingTimeout: 20 * SECONDS,
    socketTimeout: 60 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: SMTP_FROM,
      // As parts: a text would be parsed as a list of addresses.
      to: { name: "", address: to },
      subject: oneLine(subject),
      text,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } finally {
    transport.close();
  }
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").slice(0, 200);

/**
 * A name that somebody chose, for a mail to somebody who may not know them: a mail program makes links of what looks like
 * one, and nobody shall have theirs sent by us.
 */
export const plainName = (name: string) =>
  name
    .replaceAll(/[:/\\@<>]|\.(?=\S)|\p{Cc}/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
