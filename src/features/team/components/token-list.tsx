"use client";

import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { RelativeTime } from "@/ui/relative-time";
import { toast } from "@/ui/toast";
import { revokeTokenAction } from "../actions";
import type { ApiToken } from "../schema";

/** This person's tokens in this team. `now` decides which have ended; the page says it, so that server and browser agree. */
export function TokenList({ team, tokens, now }: { team: string; tokens: ApiToken[]; now: string }) {
  if (tokens.length === 0) return <p className="text-ink-3 text-sm">You have no token in this team.</p>;
  return (
    <ul className="border-hairline border-t">
      {tokens.map((token) => (
        <TokenRow key={token.id} team={team} token={token} ended={token.expiresAt !== null && token.expiresAt <= now} />
      ))}
    </ul>
  );
}

function TokenRow({ team, token, ended }: { team: string; token: ApiToken; ended: boolean }) {
  const [, startTransition] = useTransition();
  const revoke = () =>
    startTransition(async () => {
      const outcome = await attempt(() => revokeTokenAction(team, { tokenId: token.id }));
      if (outcome.ok) toast.success(`The token ${token.name} is revoked`);
      else sayFailure(outcome);
    });
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-hairline border-b py-2 text-sm">
      <span className="flex min-w-0 flex-col">
        <span className="flex flex-wrap items-center gap-2">
          <bdi className="font-medium">{token.name}</bdi>
          <span className="font-mono text-ink-3 text-xs">{token.hint}…</span>
          {token.scope === "read" ? <Badge>reads only</Badge> : null}
          {ended ? <Badge tone="caution">ended</Badge> : null}
        </span>
        <span className="text-ink-3 text-xs">
          made <RelativeTime at={token.createdAt} />
          {token.expiresAt ? (
            <>
              , {ended ? "ended" : "ends"} <RelativeTime at={token.expiresAt} />
            </>
          ) : (
            ", never ends"
          )}
          {token.lastUsedAt ? (
            <>
              , last used <RelativeTime at={token.lastUsedAt} show="time" />
            </>
          ) : (
            ", never used"
          )}
        </span>
      </span>
      <ConfirmDialog
        title={`Revoke ${token.name}?`}
        description="Whatever uses this token is refused at once. This cannot be undone; a new token can be made."
        confirm="Revoke"
        danger
        trigger={
          <Button size="sm" aria-label={`Revoke ${token.name}`}>
            Revoke
          </Button>
        }
        onConfirm={revoke}
      />
    </li>
  );
}
