import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

export type Received = {
  /** What was said to the server, beside what the mail says of itself. */
  from: string;
  to: string[];
  secure: boolean;
  user: string | undefined;
  raw: string;
  headers: Record<string, string>;
  text: string;
};

export type MailBox = { port: number; url: string; mails: Received[]; close: () => Promise<void> };

/** A real mail server on this machine that keeps what it is sent. */
export async function mailBox(options: SMTPServerOptions = {}, port = 0): Promise<MailBox> {
  const mails: Received[] = [];
  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    onData(stream, { envelope, secure, user }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const from = envelope.mailFrom ? envelope.mailFrom.address : "";
        mails.push({ from, to: envelope.rcptTo.map((each) => each.address), secure, user, raw, ...read(raw) });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function read(raw: string): Pick<Received, "headers" | "text"> {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const headers = Object.fromEntries(
    lines.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = raw.slice(end + 4);
  return { headers, text: decoded(body, headers["content-transfer-encoding"] ?? "").replaceAll("\r\n", "\n") };
}

function decoded(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
