"use client";

import { signIn } from "next-auth/react";
import { useTransition } from "react";
import { Button } from "@/ui/button";

type ProviderButtonProps = { label: string; returnTo: string; chief?: boolean };

/** Leads to the identity provider, and from there back to `returnTo`. */
export function ProviderButton({ label, returnTo, chief = false }: ProviderButtonProps) {
  const [pending, startTransition] = useTransition();
  const leave = () =>
    startTransition(async () => {
      await signIn("oidc", { callbackUrl: returnTo });
    });
  return (
    <Button size={chief ? "lg" : "md"} pending={pending} onClick={leave}>
      {label}
    </Button>
  );
}
