import type { Activity } from "@/features/activity/schema";
import type { Present } from "@/features/case/schema";

export type LiveStatus = "live" | "reconnecting";

type Message =
  | { kind: "row"; row: Activity }
  | { kind: "people"; people: Present[] }
  | { kind: "status"; status: LiveStatus }
  /** A tab that has just opened asks how things stand. */
  | { kind: "ask" }
  | { kind: "stand"; last: number; people: Present[]; status: LiveStatus };

type Listening = {
  team: string;
  caseId: string;
  /** The last row that the page was rendered with. */
  after: number;
  onRow: (row: Activity) => void;
  onPeople: (people: Present[]) => void;
  onStatus: (status: LiveStatus) => void;
};

const AGAIN_MS = 3000;

/**
 * Hears what happens in a case until the returned function is called. A browser opens few connections to one server, and
 * analysts many tabs: one tab of each case is connected and tells the others; when it closes, another one goes on from the
 * row that it heard last.
 */
export function connectLive({ team, caseId, after, onRow, onPeople, onStatus }: Listening): () => void {
  const name = `crossbearing-live ${team} ${caseId}`;
  const api = `/api/v1/cases/${caseId}`;
  const bus = new BroadcastChannel(name);
  const ended = new AbortController();
  let last = after;
  let people: Present[] = [];
  let status: LiveStatus = "live";
  let leads = false;

  const hearRow = (row: Activity) => {
    if (row.seq <= last) return;
    last = row.seq;
    onRow(row);
  };
  const hearPeople = (now: Present[]) => {
    people = now;
    onPeople(now);
  };
  const hearStatus = (now: LiveStatus) => {
    status = now;
    onStatus(now);
  };
  const hear = (message: Message) => {
    if (message.kind === "row") hearRow(message.row);
    else if (message.kind === "people") hearPeople(message.people);
    else if (message.kind === "status") hearStatus(message.status);
    else if (message.kind === "ask") {
      if (leads) bus.postMessage({ kind: "stand", last, people, status } satisfies Message);
    } else {
      hearPeople(message.people);
      hearStatus(message.status);
      if (message.last > last) void catchUp();
    }
  };
  const tell = (message: Message) => {
    hear(message);
    bus.postMessage(message);
  };
  /** What the connected tab heard before this one listened. */
  const catchUp = async () => {
    const answer = await fetch(`${api}/activity?after=${last}&limit=200&team=${team}`).catch(() => null);
    const page: { items: Activity[] } | null = answer?.ok ? await answer.json() : null;
    for (const row of page?.items ?? []) hearRow(row);
  };

  const lead = () =>
    new Promise<void>((resolve) => {
      leads = true;
      let source: EventSource | null = null;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const open = () => {
        source = new EventSource(`${api}/stream?with=presence&after=${last}&team=${team}`);
        source.onopen = () => tell({ kind: "status", status: "live" });
        source.onmessage = ({ data }) => tell({ kind: "row", row: JSON.parse(data) });
        source.addEventListener("presence", ({ data }) => tell({ kind: "people", people: JSON.parse(data) }));
        source.onerror = () => {
          tell({ kind: "status", status: "reconnecting" });
          // A browser tries again by itself after a broken connection, but not after a refusal.
          if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
        };
      };
      open();
      ended.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        source?.close();
        resolve();
      });
    });

  bus.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  bus.postMessage({ kind: "ask" } satisfies Message);
  // Without locks (a page that is not served securely) every tab is connected by itself.
  if (navigator.locks) navigator.locks.request(name, { signal: ended.signal }, lead).catch(() => {});
  else void lead();
  return () => {
    ended.abort();
    bus.close();
  };
}
