import type { Ctx } from "../context";
import { type Channel, listen } from "../db/listen";
import type { Caller } from "./caller";
import { whileOpen } from "./open-streams";

const BEAT_MS = 15_000;
const RETRY_MS = 2000;

type Row = { seq: number };

/** Something that is sent whole whenever it changed, as an event with a name and without a number. */
export type Beside = {
  event: string;
  channel: Channel;
  concerns: (notice: string) => boolean;
  read: (ctx: Ctx) => Promise<unknown>;
};

type Source<R extends Row> = {
  channel: Channel;
  /** Whether a notice of the channel may be about rows of this stream. */
  concerns: (notice: string) => boolean;
  /** The next rows behind a sequence number, in order, as this caller may see them. */
  read: (ctx: Ctx, after: number) => Promise<R[]>;
  beside?: Beside;
};

/**
 * Rows as server-sent events, for as long as the caller may see them. Notices only say when to look: what is sent always
 * comes from the table, behind the last row sent, so a lost notice delays a row and never skips one.
 */
export async function eventStream<R extends Row>(request: Request, caller: Caller, source: Source<R>, after: number) {
  // The first rows are read before anything is answered: a refusal still has its status.
  const first = await source.read(caller.ctx, resumeAfter(request) ?? after);
  const stream = new RowStream(caller, source, resumeAfter(request) ?? after, first);
  request.signal.addEventListener("abort", () => stream.close(), { once: true });
  return new Response(stream.body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-cache, no-transform",
      "X-Accel-Buffering": "no",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** What a browser says when it reconnects; it goes before the address, which still names the place of the first time. */
function resumeAfter(request: Request): number | undefined {
  const id = request.headers.get("last-event-id");
  return id !== null && /^\d{1,9}$/.test(id) ? Number(id) : undefined;
}

const events = new WeakMap<Row, string>();

/** A row that is sent to many is written once. */
function eventOf(row: Row): string {
  const known = events.get(row);
  if (known !== undefined) return known;
  const event = `id: ${row.seq}\ndata: ${JSON.stringify(row)}\n\n`;
  events.set(row, event);
  return event;
}

class RowStream<R extends Row> {
  readonly body: ReadableStream<Uint8Array>;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private ctx: Ctx;
  private closed = false;
  private looking = false;
  private lookAgain = false;
  private besideSent = "";
  private readonly endings: (() => void)[] = [];
  private readonly encoder = new TextEncoder();

  constructor(
    private readonly caller: Caller,
    private readonly source: Source<R>,
    private last: number,
    first: R[],
  ) {
    this.ctx = caller.ctx;
    this.body = new ReadableStream({
      start: (controller) => {
        this.controller = controller;
        this.write(`retry: ${RETRY_MS}\n\n`);
        this.send(first);
        this.watch();
        void this.lookBeside();
      },
      // The reader has taken what was sent: there may be more.
      pull: () => this.look(),
      cancel: () => this.close(),
    });
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const end of this.endings) end();
    try {
      this.controller?.close();
    } catch {
      // The reader went first.
    }
  }

  private watch(): void {
    const { channel, concerns, beside } = this.source;
    const beat = setInterval(() => void this.beat(), BEAT_MS);
    if (beside) {
      this.endings.push(
        listen(beside.channel, (notice) => {
          if (notice === null || beside.concerns(notice)) void this.lookBeside();
        }),
      );
    }
    this.endings.push(
      () => clearInterval(beat),
      whileOpen(() => this.close()),
      listen(channel, (notice) => {
        if (notice === null || concerns(notice)) void this.look();
      }),
      listen("crossbearing_revoked", (userId) => {
        if (userId === null || userId === this.ctx.actor.userId) void this.stillMay();
      }),
    );
  }

  /** Sends what is new. One look at a time; a reader that does not read is not written to. */
  private async look(): Promise<void> {
    this.lookAgain = true;
    if (this.looking) return;
    this.looking = true;
    try {
      while (this.lookAgain && this.wants()) {
        this.lookAgain = false;
        const rows = await this.source.read(this.ctx, this.last);
        if (rows.length > 0 && (await this.stillMay())) this.send(rows);
      }
    } catch (error) {
      console.error(error);
      this.close();
    } finally {
      this.looking = false;
    }
  }

  /** Sends what stands beside the rows, if it is not what was sent last. */
  private async lookBeside(): Promise<void> {
    const { beside } = this.source;
    if (!beside || !this.wants()) return;
    try {
      const now = JSON.stringify(await beside.read(this.ctx));
      if (now === this.besideSent) return;
      this.besideSent = now;
      this.write(`event: ${beside.event}\ndata: ${now}\n\n`);
    } catch (error) {
      console.error(error);
      this.close();
    }
  }

  private async beat(): Promise<void> {
    if (!(await this.stillMay()) || !this.wants()) return;
    this.write(": beat\n\n");
    await this.look();
    await this.lookBeside();
  }

  private async stillMay(): Promise<boolean> {
    try {
      const ctx = await this.caller.again();
      if (ctx) this.ctx = ctx;
      else this.close();
    } catch (error) {
      console.error(error);
      this.close();
    }
    return !this.closed;
  }

  private wants = () => !this.closed && (this.controller?.desiredSize ?? 0) > 0;

  private send(rows: R[]): void {
    const last = rows.at(-1);
    if (!last) return;
    this.last = last.seq;
    this.write(rows.map(eventOf).join(""));
  }

  private write(text: string): void {
    if (!this.closed) this.controller?.enqueue(this.encoder.encode(text));
  }
}
