import { z } from "zod";
import { seal, unseal } from "../auth/sealed";
import type { TxCtx } from "../context";
import { enqueue } from "../jobs";
import { type Mail, sendMail } from "./send-mail";

export const MAIL_TASK = "send-mail";
const PURPOSE = "mail";

const Payload = z.object({ key: z.string(), sealed: z.string() });
const Sealed = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/**
 * Puts a mail into the queue in the caller's transaction; it is tried again for some days. It waits sealed: it may hold a
 * link that is worth something, and one that was given up stays in the queue's table.
 */
export async function queueMail(ctx: TxCtx, key: string, mail: Mail): Promise<void> {
  const sealed = seal(PURPOSE, key, Buffer.from(JSON.stringify(mail)));
  await enqueue(ctx, MAIL_TASK, { key, sealed: Buffer.from(sealed).toString("base64") }, { key: `mail ${key}` });
}

/** What the queue runs. A mail that cannot be opened any more, since AUTH_SECRET is another, is dropped. */
export async function sendQueuedMail(payload: unknown): Promise<void> {
  const { key, sealed } = Payload.parse(payload);
  const plain = unseal(PURPOSE, key, Buffer.from(sealed, "base64"));
  if (!plain) return console.error("A mail was queued under another AUTH_SECRET, and cannot be sent.");
  await sendMail(Sealed.parse(JSON.parse(plain.toString())));
}
