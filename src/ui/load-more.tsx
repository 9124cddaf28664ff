"use client";

import { useTransition } from "react";
import { Button } from "./button";

/** Continues a list in place. */
export function LoadMore({ load, children = "Load more" }: { load: () => Promise<void>; children?: string }) {
  const [pending, startTransition] = useTransition();
  return (
    <div className="flex justify-center py-3">
      <Button pending={pending} onClick={() => startTransition(load)}>
        {children}
      </Button>
    </div>
  );
}
