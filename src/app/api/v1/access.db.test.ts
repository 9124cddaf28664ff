import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { latestSeq, listLatestActivity } from "@/features/activity/queries";
import { changeArticle } from "@/features/article/commands/change-article";
import { startIntake } from "@/features/article/commands/start-intake";
import { listCustody } from "@/features/article/queries/custody";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { addComment } from "@/features/comment/commands/add-comment";
import { dismissWarning } from "@/features/conflict/commands/dismiss-warning";
import { findSuspicions } from "@/features/conflict/commands/find-suspicions";
import { withdrawFinding } from "@/features/conflict/commands/withdraw-finding";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { listSuspicions } from "@/features/conflict/queries/suspicions";
import { ListSuspicions } from "@/features/conflict/schema";
import { createOutlet } from "@/features/outlet/commands/create-outlet";
import { mergeOutlet } from "@/features/outlet/commands/merge-outlet";
import { CreateOutlet } from "@/features/outlet/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { drawRound } from "@/features/round/commands/draw-round";
import { takeTask } from "@/features/round/commands/take-task";
import { DrawRound } from "@/features/round/schema";
import { runImport } from "@/features/sheet/commands/run-import";
import { saveView } from "@/features/sheet/commands/save-view";
import { startExport } from "@/features/sheet/commands/start-export";
import { startImport } from "@/features/sheet/commands/start-import";
import { SheetView } from "@/features/sheet/schema";
import { inviteMember } from "@/features/team/commands/invite-member";
import { ROLE_TABLE } from "@/features/team/rules/role-table";
import { ROLES, type Role } from "@/platform/actor";
import type { Ctx } from "@/platform/context";
import type { Route } from "@/platform/endpoint";
import type { Operation } from "@/platform/http/operation";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { call, testToken } from "@/testing/api";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";

testDatabase();

/** `about`: what stands in the address, where that is not the usual one. */
type Rule = {
  least: Role;
  json?: (own: Ids) => unknown;
  body?: string;
  query?: (own: Ids) => string;
  about?: (own: Ids) => Partial<Ids>;
  /** Makes anew what the operation takes away. */
  fresh?: () => Promise<Partial<Ids>>;
};
type Ids = Record<
  | "caseId"
  | "outletId"
  | "spareId"
  | "mergedId"
  | "articleId"
  | "claimId"
  | "fromId"
  | "toId"
  | "suspicionId"
  | "relationId"
  | "importId"
  | "exportId"
  | "checkedId"
  | "waitingId"
  | "number"
  | "userId"
  | "warned"
  | "dismissalId"
  | "viewId"
  | "intakeId"
  | "captureId"
  | "inviteId"
  | "changedAt"
  | "activityId"
  | "commentId"
  | "blindId"
  | "roundId"
  | "spareRoundId"
  | "unitId",
  string
>;

/** Who may, and what they send: one line per operation. A route without its line fails. */
const RULES: Record<string, Rule> = {
  getMe: { least: "viewer" },
  listMembers: { least: "viewer" },
  changeRole: { least: "owner", json: () => ({ role: "analyst" }) },
  removeMember: { least: "owner", fresh: async () => ({ userId: await newcomer() }) },
  listInvites: { least: "owner" },
  inviteMember: { least: "owner", json: () => ({ role: "viewer" }) },
  revokeInvite: { least: "owner" },
  listCases: { least: "viewer" },
  openCase: { least: "analyst", json: () => ({ title: "New" }) },
  getCase: { least: "viewer" },
  changeCase: { least: "analyst", json: () => ({ description: "Said better" }) },
  listOutlets: { least: "viewer" },
  createOutlet: { least: "analyst", json: () => ({ name: `Outlet ${Math.random()}` }) },
  getOutlet: { least: "viewer" },
  changeOutlet: { least: "analyst", json: () => ({ owner: "Somebody" }) },
  mergeOutlet: {
    least: "lead",
    json: ({ outletId }) => ({ into: outletId }),
    about: ({ spareId }) => ({ outletId: spareId }),
  },
  unmergeOutlet: { least: "lead", about: ({ mergedId }) => ({ outletId: mergedId }) },
  getTrackRecord: { least: "viewer" },
  splitOutlet: {
    least: "lead",
    json: () => ({ name: "Agence Reuter", aliases: ["Agence Reuter"] }),
  },
  listArticles: { least: "viewer" },
  addArticle: { least: "analyst", json: () => ({ title: "New", outlet: "Reuters", text: "It rained." }) },
  getArticle: { least: "viewer" },
  changeArticle: { least: "analyst", json: () => ({ author: "Somebody" }) },
  addVersion: {
    least: "analyst",
    json: () => ({ text: "The bridge was closed on Monday. Twelve people were hurt. More." }),
  },
  listClaims: { least: "viewer" },
  recordClaim: { least: "analyst", json: () => ({ statement: "It rained." }) },
  getClaim: { least: "viewer" },
  suggestClaims: { least: "viewer" },
  changeClaim: { least: "analyst", json: () => ({ note: "Look again" }) },
  retractClaim: { least: "analyst" },
  restoreClaim: { least: "analyst" },
  setBackClaim: {
    least: "analyst",
    json: ({ changedAt }) => ({ seq: Number(changedAt) }),
    about: ({ fromId }) => ({ claimId: fromId }),
  },
  assessClaim: { least: "analyst", json: () => ({ credibility: 2 }) },
  listRelations: { least: "viewer" },
  recordRelation: {
    least: "analyst",
    json: ({ fromId, toId }) => ({ from: fromId, to: toId, kind: "agrees" }),
  },
  getRelation: { least: "viewer" },
  judgeRelation: { least: "analyst", json: () => ({ kind: "agrees" }) },
  withdrawJudgement: { least: "analyst" },
  ruleOnRelation: { least: "lead", json: () => ({ kind: "contradicts" }) },
  withdrawRuling: { least: "lead" },
  listConflicts: { least: "viewer" },
  getConflict: { least: "viewer" },
  assignConflict: { least: "analyst", json: ({ userId }) => ({ user: userId }) },
  writeFinding: { least: "analyst", json: () => ({ outcome: "cannot_tell", rationale: "Both name a source." }) },
  withdrawFinding: { least: "analyst" },
  restoreFinding: { least: "analyst" },
  getMatrix: { least: "viewer" },
  listMatrixPairs: { least: "viewer", query: ({ outletId }) => `?a=${outletId}&b=${outletId}` },
  drawMatrix: { least: "viewer" },
  getGraph: { least: "viewer" },
  drawGraph: { least: "viewer" },
  getTimeline: { least: "viewer" },
  drawTimeline: { least: "viewer" },
  listWarnings: { least: "viewer" },
  listRounds: { least: "viewer" },
  drawRound: {
    least: "lead",
    json: () => ({ title: "Again", of: "claims", judges: [team.analyst, team.lead].map(({ actor }) => actor.userId) }),
    about: ({ blindId }) => ({ caseId: blindId }),
  },
  getRound: { least: "viewer" },
  closeRound: { least: "lead", about: ({ spareRoundId }) => ({ roundId: spareRoundId }) },
  takeTask: { least: "analyst" },
  answerTask: { least: "analyst", json: () => ({ cannot: true }) },
  listComments: { least: "viewer", query: ({ claimId }) => `?on=claim&id=${claimId}` },
  addComment: { least: "analyst", json: ({ claimId }) => ({ on: { type: "claim", id: claimId }, body: "Really?" }) },
  getComment: { least: "viewer" },
  editComment: { least: "analyst", json: () => ({ body: "Really so?" }) },
  retractComment: { least: "analyst" },
  restoreComment: { least: "analyst" },
  resolveThread: { least: "analyst" },
  reopenThread: { least: "analyst" },
  listNotices: { least: "viewer" },
  readNotices: { least: "viewer", json: () => ({}) },
  measureAgreement: { least: "viewer" },
  listAgreementUnits: { least: "viewer", query: () => "?of=relations" },
  dismissWarning: {
    least: "analyst",
    json: ({ warned }) => ({ kind: "far_apart_grades", subject: warned, reason: "Meant so" }),
  },
  undismissWarning: { least: "analyst" },
  getOwnReporting: { least: "viewer" },
  markOwnReporting: { least: "analyst", json: () => ({ reason: "Their correspondent was there" }) },
  unmarkOwnReporting: { least: "analyst" },
  listSuspicions: { least: "viewer" },
  drawOrigins: { least: "viewer" },
  getSuspicion: { least: "viewer" },
  decideSuspicion: { least: "analyst", json: () => ({ status: "rejected", reason: "Both quote one statement" }) },
  listActivity: { least: "viewer" },
  findLastChange: { least: "viewer" },
  setBackChange: { least: "analyst", fresh: async () => ({ activityId: await changedAnew(team.analyst, ids) }) },
  streamActivity: { least: "viewer" },
  checkHistory: { least: "viewer" },
  exportHistory: { least: "viewer" },
  listPresent: { least: "viewer" },
  markPresence: { least: "viewer", json: () => ({ tab: TAB, place: "claims/1" }) },
  leaveCase: { least: "viewer", query: () => `?tab=${TAB}` },
  exportSheet: { least: "viewer" },
  listExports: { least: "viewer" },
  getExport: { least: "viewer" },
  // A viewer may end an export of their own; this one is the analyst's.
  cancelExport: { least: "analyst" },
  listSheetRows: { least: "viewer" },
  outlineSheet: { least: "viewer" },
  placeOfClaim: { least: "viewer", query: ({ claimId }) => `?claim=${claimId}` },
  startImport: { least: "analyst", body: "statement\nIt rained.\n" },
  getImport: { least: "viewer" },
  listViews: { least: "viewer" },
  saveView: { least: "viewer", json: () => ({ name: `View ${Math.random()}`, view: {} }) },
  getView: { least: "viewer" },
  changeView: { least: "analyst", json: () => ({ view: { group: "outlet" } }) },
  removeView: { least: "analyst", fresh: async () => ({ viewId: await shareView(team.analyst, ids.caseId) }) },
  editCells: { least: "analyst", json: ({ claimId }) => ({ edits: [{ claimId, column: "place", text: "Basra" }] }) },
  getImportMapping: { least: "analyst" },
  mapImport: {
    least: "analyst",
    json: () => ({ columns: { statement: "statement" } }),
    about: ({ waitingId }) => ({ importId: waitingId }),
  },
  writeImport: { least: "analyst", about: ({ checkedId }) => ({ importId: checkedId }) },
  cancelImport: { least: "analyst", about: ({ waitingId }) => ({ importId: waitingId }) },
  listImportRows: { least: "analyst" },
  exportRefused: { least: "analyst" },
  startIntake: { least: "analyst", json: () => ({ address: "https://example.org/a", html: "<p>It rained.</p>" }) },
  listIntakes: { least: "analyst" },
  getIntake: { least: "analyst" },
  discardIntake: { least: "analyst", fresh: async () => ({ intakeId: await sendPage(team.analyst, ids.caseId) }) },
  downloadCapture: { least: "viewer" },
};

const TAB = "0195f0d0-0000-7000-8000-000000000001";

const root = fileURLToPath(new URL(".", import.meta.url));
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => path.basename(file) === "route.ts" && !file.includes("[...rest]"),
);
const routes: Route[] = [];
for (const file of files.sort()) {
  const exported: Record<string, Route> = await import(path.join(root, file));
  for (const method of METHODS) if (exported[method]) routes.push(exported[method]);
}
const guarded = routes.filter(({ operation }) => !operation.open);
const writing = guarded.filter(({ operation }) => RULES[operation.id]?.least !== "viewer");
const named = (list: Route[]) => list.map((route) => [route.operation.id, route] as const);
const aboutSomething = (operation: Operation) => operation.path.includes("{");

let team: TestTeam;
let ids: Ids;
let foreign: Ids;
const tokens = new Map<Role, string>();
let stranger: string;
let readOnly: string | undefined;

beforeAll(async () => {
  team = await testTeam();
  for (const role of ["owner", "lead", "analyst", "viewer"] as const) tokens.set(role, await testToken(team[role]));
  const other = await testTeam();
  stranger = await testToken(other.owner);
  ids = await fill(team);
  foreign = await fill(other);
}, 120_000);

/** One of everything, owned by the team. */
async function fill({ owner, analyst, lead }: TestTeam): Promise<Ids> {
  const { id: caseId } = await testCase(analyst);
  const { id: outletId } = await createOutlet(
    analyst,
    CreateOutlet.parse({ name: "Reuters", aliases: ["Agence Reuter"] }),
  );
  const { id: spareId } = await createOutlet(analyst, CreateOutlet.parse({ name: "Reuterz" }));
  const { id: mergedId } = await createOutlet(analyst, CreateOutlet.parse({ name: "Rtrz" }));
  await mergeOutlet(lead, { outletId: mergedId, into: outletId });
  const { id: articleId } = await testArticle(analyst, caseId);
  const claim = await testClaim(analyst, caseId);
  const from = await testClaim(analyst, caseId);
  const to = await testClaim(analyst, caseId);
  const relation = await recordRelation(analyst, { caseId, from: from.id, to: to.id, kind: "contradicts" });
  const warned = await testClaim(analyst, caseId, { reliability: "A", credibility: 5 });
  const subject = (await testClaim(analyst, caseId, { reliability: "E", credibility: 1 })).claim;
  const dismissal = await dismissWarning(analyst, { caseId, kind: "far_apart_grades", subject, reason: "Meant so" });
  const number = from.number;
  await writeFinding(analyst, { caseId, number, outcome: "open", rationale: "Too early.", status: "draft" });
  await withdrawFinding(analyst, { caseId, number });
  const bytes = new TextEncoder().encode("statement\nx\n");
  const sheet = { caseId, filename: "sheet.csv", contentType: "text/csv", bytes, dryRun: true };
  const start = async () => (await startImport(analyst, sheet, { queue: false })).id;
  const [importId, checkedId, waitingId] = [await start(), await start(), await start()];
  for (const id of [importId, checkedId]) await runImport({ teamId: analyst.teamId, importId: id });
  return {
    caseId,
    outletId,
    spareId,
    mergedId,
    articleId,
    claimId: claim.id,
    fromId: from.id,
    toId: to.id,
    relationId: relation.id,
    suspicionId: await suspect(analyst, caseId),
    importId,
    exportId: await takenOut(analyst, caseId),
    checkedId,
    waitingId,
    number: String(number),
    userId: analyst.actor.userId,
    warned: warned.claim,
    dismissalId: dismissal.id,
    viewId: await shareView(analyst, caseId),
    intakeId: await sendPage(analyst, caseId),
    changedAt: await changed(analyst, caseId, from.id),
    activityId: await changedAnew(analyst, { caseId, articleId }),
    ...(await drawn(lead, analyst)),
    commentId: (
      await addComment(analyst, { caseId, on: { type: "claim", id: claim.id }, body: "Really?", mentions: [] })
    ).id,
    inviteId: (await inviteMember(owner, { role: "viewer" })).id,
    captureId: (await listCustody(analyst, articleId))[0]?.capture?.id ?? "",
  };
}

/** Somebody whom nothing else here needs. */
const newcomer = async (): Promise<string> => (await testMember(team.teamId, "viewer", "Nia New")).actor.userId;

const sendPage = async (analyst: Ctx, caseId: string): Promise<string> =>
  (await startIntake(analyst, { caseId, address: "https://example.org/a", html: "<p>It rained.</p>" })).id;

/** The number of a change that can be set back. */
async function changed(analyst: Ctx, caseId: string, claimId: string): Promise<string> {
  await changeClaim(analyst, { claimId, note: "Said once" });
  return String(await latestSeq(analyst, caseId));
}

let authors = 0;

/** A change that nobody has set back yet, by its id. */
async function changedAnew(analyst: Ctx, { caseId, articleId }: Pick<Ids, "caseId" | "articleId">): Promise<string> {
  authors += 1;
  await changeArticle(analyst, { articleId, author: `Author ${authors}` });
  return (await listLatestActivity(analyst, caseId, { limit: 1 })).items[0]?.id ?? "";
}

/** A round of which the analyst holds a task, and another one to be closed. */
async function drawn(lead: Ctx, analyst: Ctx) {
  const { id: blindId } = await testCase(lead, { blind: true });
  await testClaim(lead, blindId);
  const judges = [analyst, lead].map(({ actor }) => actor.userId);
  const draw = async () =>
    (await drawRound(lead, { ...DrawRound.parse({ title: "Round", of: "claims", judges }), caseId: blindId })).id;
  const [roundId, spareRoundId] = [await draw(), await draw()];
  const { task } = await takeTask(analyst, { roundId });
  return { blindId, roundId, spareRoundId, unitId: task?.unit ?? "" };
}

let views = 0;

/** One more view of the team's. */
async function shareView(analyst: Ctx, caseId: string): Promise<string> {
  views += 1;
  const view = { caseId, name: `Doubtful ${views}`, view: SheetView.parse({}), shared: true };
  return (await saveView(analyst, view)).id;
}

async function takenOut(analyst: Ctx, caseId: string): Promise<string> {
  const { id, file, recorded } = await startExport(analyst, { caseId, format: "csv", filter: {} });
  for await (const _chunk of file);
  await recorded;
  return id;
}

/** Two articles in the same words whose claims agree. */
async function suspect(analyst: Ctx, caseId: string): Promise<string> {
  const text =
    "Twelve people were hurt when the bridge over the Tigris was closed on Monday. ".repeat(2) +
    "It will open again when engineers have looked at its pillars, which the flood may have weakened.";
  const claims = [];
  for (const outlet of ["Wire", "Copy"]) {
    const article = await testArticle(analyst, caseId, { outlet, text });
    claims.push(await testClaim(analyst, caseId, { articleId: article.id, quote: { exact: "It will open again" } }));
  }
  const [from, to] = claims.map(({ id }) => id);
  await recordRelation(analyst, { caseId, from: from ?? "", to: to ?? "", kind: "agrees" });
  await findSuspicions(analyst, { caseId, blind: false }, [{ claims: claims.map(({ number }) => number) }], []);
  return (await listSuspicions(analyst, caseId, ListSuspicions.parse({}))).items[0]?.id ?? "";
}

async function statusOf(route: Route, as: string | undefined, own: Ids): Promise<number> {
  const { json, body, query, about, fresh } = RULES[route.operation.id] ?? {};
  const made = own === ids ? await fresh?.() : {};
  const leaving = new AbortController();
  const response = await call(route, {
    params: { ...own, ...about?.(own), ...made },
    signal: leaving.signal,
    ...(as !== undefined && { as }),
    ...(json && { json: json(own) }),
    ...(query && { query: query(own) }),
    ...(body !== undefined && { body, headers: { "Content-Type": "text/csv" } }),
  });
  leaving.abort();
  return response.status;
}

const mayRole = (role: Role, least: Role) => ROLES.indexOf(role) >= ROLES.indexOf(least);

test("every operation has a rule, and every rule an operation", () => {
  expect(guarded.map(({ operation }) => operation.id).sort()).toEqual(Object.keys(RULES).sort());
});

describe.each(named(guarded))("%s", (id, route) => {
  test("without a token is 401", async () => {
    expect(await statusOf(route, undefined, ids)).toBe(401);
  });

  test(`is for ${RULES[id]?.least} and above`, async () => {
    expect(await statusOf(route, tokens.get(RULES[id]?.least ?? "owner"), ids)).toBeLessThan(300);
  });
});

describe.each(["viewer", "analyst", "lead"] as const)("to a %s", (role) => {
  const beyond = guarded.filter(({ operation }) => !mayRole(role, RULES[operation.id]?.least ?? "owner"));

  test.each(named(beyond))("%s is refused with 403", async (_id, route) => {
    expect(await statusOf(route, tokens.get(role), ids)).toBe(403);
  });
});

test("the table of roles that people read says of every operation what is so", () => {
  const told = ROLE_TABLE.flatMap(({ least, operations }) => operations.map((id) => [id, least]));
  expect(Object.fromEntries(told)).toEqual(
    Object.fromEntries(Object.entries(RULES).map(([id, { least }]) => [id, least])),
  );
  expect(told).toHaveLength(Object.keys(RULES).length);
});

test.each(named(writing.filter(({ operation }) => operation.method !== "get")))(
  "a token that only reads is refused %s, whoever made it",
  async (_id, route) => {
    readOnly ??= await testToken(team.owner, "read");
    expect(await statusOf(route, readOnly, ids)).toBe(403);
  },
);

test.each(named(guarded.filter(({ operation }) => aboutSomething(operation))))(
  "%s of another team is 404",
  async (_id, route) => {
    expect(await statusOf(route, stranger, ids)).toBe(404);
    expect(await statusOf(route, tokens.get("owner"), { ...foreign })).toBe(404);
  },
);

test.each(named(guarded.filter(({ operation }) => aboutSomething(operation))))(
  "%s of an id that is none is 404",
  async (_id, route) => {
    const nonsense = Object.fromEntries(Object.keys(ids).map((key) => [key, "../../etc/passwd"])) as Ids;
    const { json, query } = RULES[route.operation.id] ?? {};
    const response = await call(route, {
      as: tokens.get("owner") ?? "",
      params: nonsense,
      ...(json && { json: json(ids) }),
      ...(query && { query: query(ids) }),
    });
    expect(response.status).toBe(404);
  },
);

test("ids of another team in a body are refused at their field, or as not there", async () => {
  const find = (id: string) => routes.find(({ operation }) => operation.id === id) as Route;
  const as = tokens.get("analyst") ?? "";
  const post = async (id: string, json: unknown) => (await call(find(id), { as, params: ids, json })).status;
  const { articleId, fromId } = foreign;
  expect([404, 422]).toContain(await post("recordClaim", { statement: "x", articleId }));
  expect([404, 422]).toContain(await post("recordClaim", { statement: "x", articleId, quote: { exact: "bridge" } }));
  expect([404, 422]).toContain(await post("recordRelation", { from: ids.fromId, to: fromId, kind: "agrees" }));
});
