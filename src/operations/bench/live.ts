import { readFileSync } from "node:fs";
import { openCase } from "@/features/case/commands/open-case";
import { recordClaim } from "@/features/claim/commands/record-claim";
import { RecordClaim } from "@/features/claim/schema";
import { createToken } from "@/features/team/commands/create-token";
import { vouchFor } from "@/platform/auth/vouch";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { percentile } from "./percentile";

type Served = { address: string; pid: number; stop: () => Promise<void> };
type Row = Record<string, string | number>;
type Person = { ctx: Ctx; token: string };

const READERS = 200;
const SAVERS = 50;
const A_SECOND = 20;
const SECONDS = 15;
const ROUNDS = 10;

/**
 * 200 people hold the stream of one case while 20 changes a second are made: how long after a change was recorded everybody
 * has it. Then 50 save at once, each another claim and then all of them one: nothing lost, no gap in the sequence.
 */
export async function benchLive(start: () => Promise<Served>): Promise<Row[]> {
  const people = await makePeople();
  const [first] = people;
  if (!first) throw new Error("there is nobody");
  const { id: caseId } = await openCase(first.ctx, { title: "Live", description: "", blind: false });
  const claims: string[] = [];
  for (let index = 0; index < SAVERS; index++)
    claims.push((await recordClaim(first.ctx, { ...RecordClaim.parse({ statement: `Claim ${index}` }), caseId })).id);
  const served = await start();
  try {
    const api = new Api(served.address, caseId);
    return [await streams(api, people, claims, served.pid), ...(await saves(api, people, claims))];
  } finally {
    await served.stop();
  }
}

async function makePeople(): Promise<Person[]> {
  const team = await prisma().team.create({ data: { slug: "live-bench", name: "Live bench" } });
  const people: Person[] = [];
  for (let index = 0; index < READERS; index++) {
    const user = await prisma().user.create({
      data: {
        email: `live-${index}@bench.example`,
        name: `Person ${index}`,
        memberships: { create: { teamId: team.id, role: "analyst" } },
      },
    });
    const ctx = vouchFor({ teamId: team.id, userId: user.id, name: user.name, role: "analyst" }, "cli");
    const { secret } = await createToken(ctx, { name: "bench", scope: "write", expiresInDays: 1 });
    people.push({ ctx, token: secret });
  }
  return people;
}

class Api {
  constructor(
    private readonly address: string,
    private readonly caseId: string,
  ) {}

  change(token: string, claimId: string, body: object): Promise<number> {
    return this.send(token, "PATCH", `/claims/${claimId}`, body);
  }

  async send(token: string, method: string, path: string, body: object): Promise<number> {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const answer = await fetch(`${this.address}/api/v1${path}`, { method, headers, body: JSON.stringify(body) });
    await answer.arrayBuffer();
    return answer.status;
  }

  async rows(token: string, after: number): Promise<{ seq: number }[]> {
    const address = `${this.address}/api/v1/cases/${this.caseId}/activity?after=${after}&limit=200`;
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` } });
    return ((await answer.json()) as { items: { seq: number }[] }).items;
  }

  /** Tells of each row when it came, until it is ended. */
  async hear(token: string, after: number, onRow: (row: { seq: number; at: string }) => void, ended: AbortSignal) {
    const address = `${this.address}/api/v1/cases/${this.caseId}/stream?after=${after}&with=presence`;
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${token}` }, signal: ended });
    const decoder = new TextDecoder();
    let text = "";
    try {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
          const data = /^id: \d+\ndata: (.*)$/m.exec(text.slice(0, end))?.[1];
          text = text.slice(end + 2);
          if (data) onRow(JSON.parse(data));
        }
      }
    } catch (error) {
      if (!ended.aborted) throw error;
    }
  }
}

async function streams(api: Api, people: readonly Person[], claims: readonly string[], pid: number): Promise<Row> {
  const after = (await api.rows(people[0]?.token ?? "", 0)).length;
  const delays: number[] = [];
  const seen = people.map(() => 0);
  const ended = new AbortController();
  const hearing = people.map(({ token }, index) =>
    api.hear(
      token,
      after,
      ({ at }) => {
        delays.push(Date.now() - Date.parse(at));
        seen[index] = (seen[index] ?? 0) + 1;
      },
      ended.signal,
    ),
  );
  await pause(3000);
  const before = rss(pid);
  const changes = A_SECOND * SECONDS;
  const statuses: Promise<number>[] = [];
  for (let change = 0; change < changes; change++) {
    const person = people[change % people.length];
    statuses.push(api.change(person?.token ?? "", claims[change % claims.length] ?? "", { note: `Note ${change}` }));
    await pause(1000 / A_SECOND);
  }
  const refused = (await Promise.all(statuses)).filter((status) => status !== 200).length;
  await pause(3000);
  const grown = rss(pid) - before;
  ended.abort();
  await Promise.allSettled(hearing);
  return {
    measure: `${people.length} streams, ${A_SECOND} changes a second`,
    "p50 ms": percentile(delays, 0.5),
    "p99 ms": percentile(delays, 0.99),
    missed: seen.reduce((sum, count) => sum + changes - count, 0),
    refused,
    "MB more": grown,
  };
}

async function saves(api: Api, people: readonly Person[], claims: readonly string[]): Promise<Row[]> {
  const savers = people.slice(0, SAVERS);
  const after = await lastSeq(api, savers[0]?.token ?? "");
  const times: number[] = [];
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const statuses = await Promise.all(
      savers.map(async ({ token }, index) => {
        const start = performance.now();
        const status = await api.change(token, claims[index] ?? "", { place: `Round ${round}` });
        times.push(performance.now() - start);
        return status;
      }),
    );
    refused += statuses.filter((status) => status !== 200).length;
  }
  const own = await api.send(savers[0]?.token ?? "", "PATCH", `/claims/${claims[0]}`, { place: "Before" });
  const version = 2 + ROUNDS + (A_SECOND * SECONDS) / SAVERS;
  const race = await Promise.all(
    savers.map(({ token }, index) => api.change(token, claims[0] ?? "", { note: `Mine ${index}`, version })),
  );
  const last = await lastSeq(api, savers[0]?.token ?? "");
  const expected = SAVERS * ROUNDS + 2;
  return [
    {
      measure: `${SAVERS} save at once, each a claim of their own`,
      "p50 ms": Math.round(percentile(times, 0.5)),
      "p95 ms": Math.round(percentile(times, 0.95)),
      refused: refused + Number(own !== 200),
      "rows missing": expected - (last - after),
    },
    {
      measure: `${SAVERS} save one claim at once`,
      saved: race.filter((status) => status === 200).length,
      "told what changed": race.filter((status) => status === 409).length,
    },
  ];
}

/** Read page by page: every number from 1 on has its row. */
async function lastSeq(api: Api, token: string): Promise<number> {
  let last = 0;
  for (;;) {
    const rows = await api.rows(token, last);
    if (rows.some(({ seq }, index) => seq !== last + index + 1)) throw new Error("the sequence has a gap");
    if (rows.length === 0) return last;
    last += rows.length;
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the server's process holds, in MB; 0 where the system does not say. */
function rss(pid: number): number {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000);
  } catch {
    return 0;
  }
}
