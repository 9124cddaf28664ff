const kept = globalThis as typeof globalThis & { crossbearingStreams?: Set<() => void> };

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Ends a stream when the process is asked to end: a server waits for its open answers, and these never finish by
 * themselves. Returns what to call when the stream has ended on its own.
 */
export function whileOpen(close: () => void): () => void {
  kept.crossbearingStreams ??= watchSignals(new Set());
  const streams = kept.crossbearingStreams;
  streams.add(close);
  return () => streams.delete(close);
}

function watchSignals(streams: Set<() => void>): Set<() => void> {
  for (const signal of SIGNALS) {
    // Where nobody else handles the signal it ends the process, and listening to it would stop that.
    if (process.listenerCount(signal) === 0) continue;
    process.once(signal, () => {
      for (const close of [...streams]) close();
    });
  }
  return streams;
}
