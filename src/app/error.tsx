"use client";

import { Button } from "@/ui/button";
import { ErrorState } from "@/ui/error-state";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="mx-auto max-w-lg px-6 pt-[12vh]">
      <ErrorState
        level={1}
        title="This page could not be shown"
        reference={error.digest}
        action={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        What was saved before is safe. Trying again often helps; if it does not, the server’s log tells why.
      </ErrorState>
    </main>
  );
}
