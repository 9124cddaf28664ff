"use client";

import "./globals.css";

/** Stands in for the root layout when that itself has failed, so it brings its own document. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Crossbearing</title>
        <main className="mx-auto flex max-w-lg flex-col items-start gap-3 px-6 py-14">
          <h1 className="font-semibold text-xl">Crossbearing could not be shown</h1>
          <p className="text-base text-ink-2">
            What was saved before is safe. Try again; if it happens again, the server’s log tells why.
          </p>
          <button type="button" className="link text-base" onClick={reset}>
            Try again
          </button>
          {error.digest ? <p className="font-mono text-ink-3 text-xs">Reference {error.digest}</p> : null}
        </main>
      </body>
    </html>
  );
}
