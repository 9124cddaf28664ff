"use client";

import { useTransition } from "react";
import { Button } from "@/ui/button";
import { leave } from "./sign-out";

export function SignOutButton() {
  const [pending, startTransition] = useTransition();
  return (
    <Button pending={pending} onClick={() => startTransition(leave)}>
      Sign out
    </Button>
  );
}
