import pg from "pg";
import { env } from "../env";

/**
 * What the database tells every process: a case has a new row; a person's access has to be looked at again; somebody came
 * to a page of a case, or left it.
 */
export const CHANNELS = ["crossbearing_activity", "crossbearing_revoked", "crossbearing_presence"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Gets the notice's text, or null when the connection is new: notices may have been missed, so look again. */
type Listener = (notice: string | null) => void;

type Listening = { listeners: Map<Listener, Channel>; client: pg.Client | null };

const RECONNECT_MS = 1000;
const kept = globalThis as typeof globalThis & { crossbearingListening?: Listening };

/**
 * Hears a channel until the returned function is called. All listeners of a process share one connection of its own,
 * because LISTEN belongs to a session and so cannot go through the pool; it is open while anybody listens.
 */
export function listen(channel: Channel, listener: Listener): () => void {
  kept.crossbearingListening ??= { listeners: new Map(), client: null };
  const listening = kept.crossbearingListening;
  listening.listeners.set(listener, channel);
  if (!listening.client) void connect(listening);
  return () => {
    listening.listeners.delete(listener);
    if (listening.listeners.size === 0) hangUp(listening);
  };
}

async function connect(listening: Listening): Promise<void> {
  const { DATABASE_DIRECT_URL, DATABASE_URL } = env();
  const client = new pg.Client({ connectionString: DATABASE_DIRECT_URL || DATABASE_URL, keepAlive: true });
  listening.client = client;
  const lost = () => {
    if (listening.client !== client) return;
    listening.client = null;
    client.end().catch(() => {});
    setTimeout(() => {
      if (listening.listeners.size > 0 && !listening.client) void connect(listening);
    }, RECONNECT_MS).unref();
  };
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", ({ channel, payload }) => tell(listening, channel, payload ?? ""));
  try {
    await client.connect();
    for (const channel of CHANNELS) await client.query(`LISTEN ${channel}`);
    for (const channel of CHANNELS) tell(listening, channel, null);
  } catch {
    lost();
  }
}

function tell(listening: Listening, channel: string, notice: string | null): void {
  for (const [listener, wanted] of [...listening.listeners]) if (wanted === channel) listener(notice);
}

function hangUp(listening: Listening): void {
  const { client } = listening;
  listening.client = null;
  client?.end().catch(() => {});
}
