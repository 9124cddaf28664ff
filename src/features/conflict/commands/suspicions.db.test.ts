import { beforeAll, describe, expect, it } from "vitest";
import { listActivity } from "@/features/activity/queries";
import { changeArticle } from "@/features/article/commands/change-article";
import { ChangeArticle } from "@/features/article/schema";
import { addVersion } from "@/features/claim/commands/add-version";
import { recordRelation } from "@/features/relation/commands/record-relation";
import { withdrawJudgement } from "@/features/relation/commands/withdraw-judgement";
import { listRelations } from "@/features/relation/queries";
import { ListRelations } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { getConflict } from "../queries/get-conflict";
import { listConflicts } from "../queries/list-conflicts";
import { getSuspicion, listSuspicions } from "../queries/suspicions";
import { ListConflicts, ListSuspicions, type Suspicion, type SuspicionStatus } from "../schema";
import { decideSuspicion } from "./decide-suspicion";

testDatabase();

let team: TestTeam;
let second: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Boris Second");
});

const WIRE = `Twelve people were hurt when the bridge over the Tigris was closed on Monday, the governor's office said. It
will open again when engineers have looked at its pillars, which the flood of last week may have weakened.`;
const refused = (code: string) => expect.objectContaining({ code });

/** Reuters, a near-copy in UTV of the day after, and AFP, which denies it; the first two agree. */
async function copied({ blind = false, by = team.analyst }: { blind?: boolean; by?: Ctx } = {}) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const claim = async (outlet: string, publishedOn: string, text: string) => {
    const article = await testArticle(team.analyst, caseId, { outlet, publishedOn, text });
    const quote = { exact: text.slice(0, 24) };
    return { ...(await testClaim(team.analyst, caseId, { articleId: article.id, quote })), articleId: article.id };
  };
  // The copy is brought in first: what counts is when it was published.
  const copy = await claim("UTV", "2024-10-22", `BAGHDAD (Rtr) - ${WIRE}`);
  const wire = await claim("Reuters", "2024-10-21", WIRE);
  const denial = await claim("AFP", "2024-10-21", "Nobody was hurt at the bridge, according to the police.");
  const relate = (from: { id: string }, kind: "agrees" | "contradicts" | "repeats", to: { id: string }, who = by) =>
    recordRelation(who, { caseId, from: from.id, to: to.id, kind });
  await relate(copy, "agrees", wire);
  await relate(wire, "contradicts", denial);
  /** As the conflict's page and the list have it. */
  const origins = async (ctx: Ctx = team.viewer) => {
    const page = (await getConflict(ctx, caseId, copy.number)).camps[0]?.origins;
    if (!blind) {
      const { items } = await listConflicts(ctx, caseId, ListConflicts.parse({}));
      expect(items[0]?.sides[0]?.origins).toEqual(page);
    }
    return page;
  };
  const list = async (ctx: Ctx = team.viewer, status?: SuspicionStatus) =>
    (await listSuspicions(ctx, caseId, ListSuspicions.parse({ status }))).items;
  const only = async (ctx: Ctx = team.viewer): Promise<Suspicion> => {
    await getConflict(ctx, caseId, copy.number);
    const [first] = await list(ctx);
    if (!first) throw new Error("nothing is suspected");
    return first;
  };
  return { caseId, copy, wire, denial, relate, origins, list, only };
}

describe("finding", () => {
  it("proposes the later to derive from the earlier, with the evidence, and counts it in the minimum", async () => {
    const { copy, wire, origins, list } = await copied();
    expect(await origins()).toEqual({ min: 1, max: 2 });
    const found = await list();
    expect(found).toMatchObject([
      { from: { id: copy.id, claim: "C-1" }, to: { id: wire.id, claim: "C-2" }, status: "open", decidedBy: null },
    ]);
    const passage = found[0]?.signals.find((signal) => signal.kind === "passage");
    expect(passage?.likeness).toBeGreaterThan(0.8);
    expect(passage?.words.replace(/\s+/g, " ")).toBe(WIRE.slice(0, -1).replace("\n", " "));
  });

  it("changes nothing when it looks again, and leaves no activity", async () => {
    const { caseId, origins, only } = await copied();
    const first = await only();
    const before = await listActivity(team.viewer, caseId, { limit: 200 });
    await origins();
    expect(await only()).toEqual(first);
    expect(await listActivity(team.viewer, caseId, { limit: 200 })).toEqual(before);
    expect(before.items.some(({ subject }) => subject.type === "suspicion")).toBe(false);
  });

  it("drops what nothing speaks for any more", async () => {
    const { caseId, copy, origins, list } = await copied();
    await origins();
    await addVersion(team.analyst, { articleId: copy.articleId, text: "UTV has taken this report back. ".repeat(9) });
    expect(await origins()).toEqual({ min: 2, max: 2 });
    expect(await list()).toEqual([]);
    expect(await prisma().suspicion.count({ where: { caseId } })).toBe(0);
  });

  it("goes by credits and headlines, too", async () => {
    const { copy, only } = await copied();
    const title = "The bridge over the Tigris closes (Reuters)";
    await changeArticle(team.analyst, { ...ChangeArticle.parse({ title }), articleId: copy.articleId });
    expect((await only()).signals[0]).toEqual({ kind: "credit", name: "Reuters", words: "(Reuters)", place: "title" });
  });

  it("lets a pair be suspected once, whichever way round", async () => {
    const { only } = await copied();
    const { id } = await only();
    const { id: _, ...row } = await prisma().suspicion.findFirstOrThrow({ where: { id } });
    const turned = { ...row, fromClaimId: row.toClaimId, toClaimId: row.fromClaimId, signals: [{ kind: "headline" }] };
    await expect(prisma().suspicion.create({ data: turned })).rejects.toThrow();
  });
});

describe("deciding", () => {
  it("confirms by the person's own judgement, which lowers the maximum", async () => {
    const { caseId, copy, wire, origins, only, list } = await copied();
    const { id, version } = await only();
    const decided = await decideSuspicion(team.analyst, { suspicionId: id, status: "confirmed", version });
    expect(decided).toMatchObject({ status: "confirmed", decidedBy: { name: "Anna Analyst" }, version: version + 1 });
    expect(await origins()).toEqual({ min: 1, max: 1 });
    expect(await list(team.viewer, "open")).toEqual([]);
    const { items } = await listRelations(team.viewer, caseId, ListRelations.parse({ kind: "repeats" }));
    expect(items).toMatchObject([
      { from: copy.id, to: wire.id, kind: "repeats", judgements: [{ user: { name: "Anna Analyst" } }] },
    ]);
    const rows = (await listActivity(team.viewer, caseId, { limit: 200 })).items.slice(-2);
    expect(rows).toMatchObject([
      { verb: "relation.judged" },
      {
        verb: "suspicion.decided",
        subject: { label: "C-1 of C-2" },
        before: { status: "open" },
        after: { status: "confirmed" },
      },
    ]);
  });

  it("rejects for a reason, for good while the texts stay", async () => {
    const { copy, origins, only, list } = await copied();
    const { id } = await only();
    const reject = { suspicionId: id, status: "rejected" as const };
    await expect(decideSuspicion(team.analyst, reject)).rejects.toEqual(refused("INVALID"));
    await decideSuspicion(team.analyst, { ...reject, reason: "Both print one statement" });
    expect(await origins()).toEqual({ min: 2, max: 2 });
    expect(await list()).toMatchObject([{ id, status: "rejected", reason: "Both print one statement" }]);
    await addVersion(team.analyst, { articleId: copy.articleId, text: `${WIRE} So Reuters reports.` });
    expect(await origins()).toEqual({ min: 1, max: 2 });
    expect(await list()).toMatchObject([{ id, status: "open", reason: "", decidedBy: null }]);
  });

  it("takes either back, and a confirmation by withdrawing the judgement", async () => {
    const { only, origins } = await copied();
    const { id } = await only();
    await decideSuspicion(team.analyst, { suspicionId: id, status: "confirmed" });
    await decideSuspicion(team.analyst, { suspicionId: id, status: "open" });
    expect(await origins()).toEqual({ min: 1, max: 2 });
    await decideSuspicion(team.analyst, { suspicionId: id, status: "confirmed" });
    await decideSuspicion(team.analyst, { suspicionId: id, status: "rejected", reason: "Not so" });
    expect(await origins()).toEqual({ min: 2, max: 2 });
  });

  it("asks again where the judgement that confirmed it was withdrawn", async () => {
    const { caseId, only, origins } = await copied();
    const { id } = await only();
    await decideSuspicion(team.analyst, { suspicionId: id, status: "confirmed" });
    const { items } = await listRelations(team.viewer, caseId, ListRelations.parse({ kind: "repeats" }));
    await withdrawJudgement(team.analyst, { relationId: items[0]?.id ?? "" });
    expect(await origins()).toEqual({ min: 1, max: 2 });
    expect((await only()).status).toBe("open");
  });

  it("is answered as well by recording the relation elsewhere", async () => {
    const { copy, wire, relate, only, origins, list } = await copied();
    await only();
    await relate(copy, "repeats", wire);
    expect(await list()).toEqual([]);
    expect(await origins()).toEqual({ min: 1, max: 1 });
  });

  it("is refused to viewers, to other teams and on what somebody else decided meanwhile", async () => {
    const { only } = await copied();
    const { id, version } = await only();
    const confirm = { suspicionId: id, status: "confirmed" as const, version };
    await expect(decideSuspicion(team.viewer, confirm)).rejects.toEqual(refused("FORBIDDEN"));
    const stranger = (await testTeam()).owner;
    await expect(decideSuspicion(stranger, confirm)).rejects.toEqual(refused("NOT_FOUND"));
    await expect(getSuspicion(stranger, id)).rejects.toEqual(refused("NOT_FOUND"));
    await decideSuspicion(second, { suspicionId: id, status: "rejected", reason: "Not so" });
    await expect(decideSuspicion(team.analyst, confirm)).rejects.toMatchObject({
      code: "CONFLICT",
      current: { status: "rejected" },
    });
    // Saying the same again is no conflict.
    const again = { suspicionId: id, status: "rejected" as const, reason: "Not so", version };
    expect(await decideSuspicion(second, again)).toMatchObject({ status: "rejected" });
  });
});

describe("in a blind case", () => {
  it("shows only what lies in a camp that the caller joined", async () => {
    const { copy, wire, denial, relate, only, origins, list } = await copied({ blind: true });
    const { id } = await only(team.analyst);
    expect(await origins(team.analyst)).toEqual({ min: 1, max: 2 });
    expect(await list(second)).toEqual([]);
    await expect(getSuspicion(second, id)).rejects.toEqual(refused("NOT_FOUND"));
    await expect(decideSuspicion(second, { suspicionId: id, status: "confirmed" })).rejects.toEqual(
      refused("NOT_FOUND"),
    );
    await relate(wire, "contradicts", denial, second);
    expect(await list(second)).toEqual([]);
    await relate(copy, "agrees", wire, second);
    expect(await list(second)).toMatchObject([{ id }]);
  });

  it("keeps others' decisions until one has judged the pair, and shows nobody's in the history", async () => {
    const { caseId, copy, wire, denial, only, list, origins } = await copied({ blind: true });
    const { id } = await only(team.analyst);
    await recordRelation(second, { caseId, from: wire.id, to: denial.id, kind: "contradicts" });
    const between = await testClaim(second, caseId);
    for (const claim of [copy, wire]) {
      await recordRelation(second, { caseId, from: claim.id, to: between.id, kind: "agrees" });
    }
    await decideSuspicion(team.analyst, { suspicionId: id, status: "rejected", reason: "Not so" });
    expect(await list(second)).toMatchObject([{ status: "open", decidedBy: null, decidedAt: null, reason: "" }]);
    expect(await list(second, "rejected")).toEqual([]);
    expect((await origins(second))?.min).toBeLessThan((await origins(team.analyst))?.max ?? 0);
    const told = async (ctx: Ctx) => (await listActivity(ctx, caseId, { limit: 200 })).items.at(-1);
    expect(await told(second)).toMatchObject({ subject: { label: "…" }, after: null, withheld: true });
    expect(await told(team.analyst)).toMatchObject({ after: { status: "rejected" } });
    await recordRelation(second, { caseId, from: copy.id, to: wire.id, kind: "agrees" });
    expect(await list(second)).toMatchObject([{ status: "rejected", reason: "Not so" }]);
  });
});
