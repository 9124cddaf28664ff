import { type APIRequestContext, type APIResponse, expect } from "@playwright/test";

type Json = Record<string, unknown>;
export type MadeArticle = { id: string; title: string; text: string };
export type MadeClaim = { id: string; number: number; claim: string; version: number };

/** The HTTP API in the name of whoever is signed in in this browser: what lies on the desk before a journey begins. */
export class Desk {
  constructor(
    private readonly request: APIRequestContext,
    readonly team: string,
    private readonly origin: string,
  ) {}

  /** Any call, for what a journey wants to see refused. */
  send(method: string, path: string, data?: unknown): Promise<APIResponse> {
    const headers = { "X-Team": this.team, Origin: this.origin };
    return this.request.fetch(`/api/v1${path}`, { method, headers, ...(data !== undefined && { data }) });
  }

  async get<T = Json>(path: string): Promise<T> {
    const answer = await this.send("GET", path);
    expect(answer.status(), `GET ${path}: ${await answer.text()}`).toBe(200);
    return answer.json();
  }

  async post<T = Json>(path: string, data: unknown): Promise<T> {
    const answer = await this.send("POST", path, data);
    expect(answer.ok(), `POST ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return answer.json();
  }

  /** A case of the journey's own, so that journeys never meet. */
  async openCase(title: string, more: Json = {}): Promise<{ id: string; home: string }> {
    const { id } = await this.post<{ id: string }>("/cases", { title, ...more });
    return { id, home: `/${this.team}/cases/${id}` };
  }

  addArticle(caseId: string, article: { title: string; outlet: string; text: string } & Json): Promise<MadeArticle> {
    return this.post(`/cases/${caseId}/articles`, article);
  }

  recordClaim(caseId: string, claim: { statement: string } & Json): Promise<MadeClaim> {
    return this.post(`/cases/${caseId}/claims`, claim);
  }

  relate(caseId: string, from: MadeClaim, kind: string, to: MadeClaim, more: Json = {}): Promise<{ id: string }> {
    return this.post(`/cases/${caseId}/relations`, { from: from.id, to: to.id, kind, ...more });
  }

  async changeClaim(claim: MadeClaim, change: Json): Promise<void> {
    const answer = await this.send("PATCH", `/claims/${claim.id}`, change);
    expect(answer.status(), await answer.text()).toBe(200);
  }

  /** Brings a sheet in, and waits until it is there. */
  async importSheet(caseId: string, csv: string): Promise<void> {
    const headers = { "X-Team": this.team, Origin: this.origin, "content-type": "text/csv" };
    const answer = await this.request.fetch(`/api/v1/cases/${caseId}/imports`, { method: "POST", headers, data: csv });
    expect(answer.status(), await answer.text()).toBe(202);
    const { id } = await answer.json();
    await expect.poll(async () => (await this.get(`/imports/${id}`)).status, { timeout: 60_000 }).toBe("done");
  }

  async claims(caseId: string): Promise<MadeClaimInFull[]> {
    const { items } = await this.get<{ items: MadeClaimInFull[] }>(`/cases/${caseId}/claims?limit=200`);
    return items;
  }

  /** The demonstration, which everybody of the team sees; behind the cases of many journeys it may be pages away. */
  async demoCase(): Promise<{ id: string; home: string }> {
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: CasePage = await this.get(`/cases?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      const found = page.items.find(({ title }) => title.includes("(demonstration)"));
      if (found) return { id: found.id, home: `/${this.team}/cases/${found.id}` };
      cursor = page.nextCursor;
    }
    throw new Error("there is no demonstration case");
  }
}

type CasePage = { items: { id: string; title: string }[]; nextCursor: string | null };

export type MadeClaimInFull = MadeClaim & {
  statement: string;
  attribution: string[];
  outlet: { id: string; name: string } | null;
  article: { id: string; title: string } | null;
  quote: { exact: string; start: number; end: number; state: string } | null;
  occurredOn: string | null;
  reportedOn: string | null;
  reliability: string | null;
  credibility: number | null;
  confidence: string | null;
  status: string;
  tags: string[];
  place: string | null;
};
