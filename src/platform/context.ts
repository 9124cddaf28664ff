import type { Actor } from "./actor";
import { begin, prisma, type Tx } from "./db/client";

/** A team id that a membership has vouched for: minted in `platform/auth` and by tools that act for a member. */
export type TeamId = string & { readonly vouched: unique symbol };

/** The door a change came through; kept with the change. */
export type Via = "page" | "api" | "import" | "cli" | "system";

/** A change of the history, by the chain it stands in (a case's or the team's) and its number there. */
export type ChangeRef = { scopeId: string; seq: number };

/**
 * Who acts, for which team, by which door. `tx` is the open transaction, so that commands compose. `setsBack` is the
 * change that this one sets back; the history keeps it.
 */
export type Ctx = { teamId: TeamId; actor: Actor; via: Via; tx?: Tx; setsBack?: ChangeRef };
export type TxCtx = Ctx & { tx: Tx };

/** The open transaction, else the client. */
export const db = (ctx: Ctx): Tx => ctx.tx ?? prisma();

/** Runs `work` in a transaction: the open one, or a new one. */
export async function transact<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  if (ctx.tx) return work(ctx as TxCtx);
  return begin((tx) => work({ ...ctx, tx }));
}
