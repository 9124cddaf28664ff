"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { attempt, sayFailure } from "@/ui/attempt";
import { Button } from "@/ui/button";
import { RelativeTime } from "@/ui/relative-time";
import { toast } from "@/ui/toast";
import { disconnectIdentityAction } from "../actions";
import type { ConnectedIdentity } from "../schema";
import { ConnectProvider } from "./connect-provider";

type IdentityListProps = {
  team: string;
  email: string;
  /** They sign in with a code as well. */
  hasCode: boolean;
  /** What the provider of this installation is called; null where there is none. */
  provider: string | null;
  identities: ConnectedIdentity[];
  /** Without a password the provider is the only way in. */
  canDisconnect: boolean;
};

/** Whom identity providers know this person as. */
export function IdentityList({ team, email, hasCode, provider, identities, canDisconnect }: IdentityListProps) {
  return (
    <div className="flex flex-col gap-4">
      {identities.length > 0 ? (
        <ul className="border-hairline border-t">
          {identities.map((identity) => (
            <IdentityRow
              key={`${identity.issuer} ${identity.subject}`}
              identity={identity}
              canDisconnect={canDisconnect}
            />
          ))}
        </ul>
      ) : null}
      {provider && identities.length === 0 ? (
        <ConnectProvider provider={provider} email={email} hasCode={hasCode} returnTo={`/${team}/settings`} />
      ) : null}
    </div>
  );
}

function IdentityRow({ identity, canDisconnect }: { identity: ConnectedIdentity; canDisconnect: boolean }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const { issuer, subject, email, connectedAt } = identity;
  const disconnect = () =>
    startTransition(async () => {
      const outcome = await attempt(() => disconnectIdentityAction({ issuer, subject }));
      if (!outcome.ok) return sayFailure(outcome);
      toast.success("It is disconnected");
      router.refresh();
    });
  return (
    <li className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-hairline border-b py-2 text-sm">
      <span className="flex min-w-0 flex-col">
        <span dir="ltr" className="break-all font-medium">
          {email || subject}
        </span>
        <span className="text-ink-3 text-xs">
          <span dir="ltr">{new URL(issuer).host}</span>, connected <RelativeTime at={connectedAt} />
        </span>
      </span>
      {canDisconnect ? (
        <Button size="sm" pending={pending} onClick={disconnect}>
          Disconnect
        </Button>
      ) : null}
    </li>
  );
}
