import { beforeAll, describe, expect, it } from "vitest";
import { listLatestActivity } from "@/features/activity/queries";
import { changeCase } from "@/features/case/commands/change-case";
import { addVersion } from "@/features/claim/commands/add-version";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { AssessClaim } from "@/features/claim/schema";
import { createOutlet } from "@/features/outlet/commands/create-outlet";
import { CreateOutlet } from "@/features/outlet/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { RecordRelation } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { dismissWarning } from "../commands/dismiss-warning";
import { undismissWarning } from "../commands/undismiss-warning";
import { ListWarnings, type Warning, type WarningKind } from "../schema";
import { campOfClaim } from "./camp-of-claim";
import { listWarnings, warningsOf } from "./list-warnings";

testDatabase();

let team: TestTeam;
let second: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "analyst", "Boris Second");
  for (const name of ["Star TV", "Star Radio"]) {
    await createOutlet(team.lead, CreateOutlet.parse({ name, owner: name === "Star TV" ? "Star" : "STAR " }));
  }
});

type Given = Parameters<typeof testClaim>[2];

async function openCase(blind = false) {
  const { id: caseId } = await testCase(team.lead, { blind });
  const claim = (given: Given = {}, ctx = team.analyst) => testClaim(ctx, caseId, given);
  /** A claim published by an outlet, in an article of its own. */
  const reported = async (outlet: string, given: Given = {}) => {
    const { id: articleId } = await testArticle(team.analyst, caseId, { outlet });
    return claim({ ...given, articleId });
  };
  const relate = (
    from: { id: string },
    kind: RecordRelation["kind"],
    to: { id: string },
    about?: RecordRelation["about"],
    ctx = team.analyst,
  ) => recordRelation(ctx, { caseId, from: from.id, to: to.id, kind, about });
  const warnings = async (query: Record<string, string> = {}, ctx = team.viewer) =>
    (await listWarnings(ctx, caseId, ListWarnings.parse(query))).items;
  const told = async (query: Record<string, string> = {}, ctx?: Ctx) =>
    (await warnings(query, ctx)).map(({ kind, subject }) => `${kind} ${subject}`);
  const dismiss = (kind: WarningKind, subject: string, ctx = team.analyst, facts?: string) =>
    dismissWarning(ctx, { caseId, kind, subject, reason: "Known", facts });
  return { caseId, claim, reported, relate, warnings, told, dismiss };
}

const refused = (code: string) => expect.objectContaining({ code });

describe("what warns", () => {
  it("a claim called confirmed until two origins stand behind it, in or out of a conflict", async () => {
    const { caseId, reported, relate, told } = await openCase();
    const first = await reported("Reuters", { credibility: 1 });
    expect(await told({ kind: "confirmed_alone" })).toEqual(["confirmed_alone C-1"]);
    const credits = await reported("UTV", { attribution: ["UTV", "Reuters"] });
    await relate(first, "agrees", credits);
    expect(await told({ kind: "confirmed_alone" })).toEqual(["confirmed_alone C-1"]);
    const denies = await reported("AFP");
    await relate(denies, "contradicts", first);
    const independent = await reported("AFP", { credibility: 1 });
    await relate(independent, "agrees", credits);
    expect(await told({ kind: "confirmed_alone" })).toEqual([]);
    expect(await campOfClaim(team.viewer, first.id)).toMatchObject({
      claims: 3,
      reports: 3,
      origins: { min: 2, max: 2 },
    });
    expect(await warningsOf(team.viewer, caseId, [1])).toEqual([]);
  });

  it("a copy that contradicts what it copies, counted by what it descends from", async () => {
    const { reported, relate, told } = await openCase();
    const first = await reported("Reuters");
    const copy = await reported("UTV", { credibility: 1 });
    await relate(copy, "repeats", first);
    await relate(copy, "contradicts", first, "number");
    const agrees = await reported("One News", { credibility: 1 });
    await relate(agrees, "agrees", copy);
    expect(await told({ kind: "confirmed_alone" })).toEqual(["confirmed_alone C-2", "confirmed_alone C-3"]);
  });

  it("grades far apart, the outlet's own included", async () => {
    const { claim, reported, told } = await openCase();
    await createOutlet(team.lead, CreateOutlet.parse({ name: "Trusted", reliability: "A", reason: "Years" }));
    await claim({ reliability: "A", credibility: 5 });
    await claim({ reliability: "B", credibility: 4 });
    await claim({ reliability: "F", credibility: 1 });
    await claim({ reliability: "D", credibility: 1 });
    await reported("Trusted", { credibility: 5 });
    expect(await told({ kind: "far_apart_grades" })).toEqual([
      "far_apart_grades C-1",
      "far_apart_grades C-4",
      "far_apart_grades C-5",
    ]);
  });

  it("contradictions of different times, until somebody judges an update", async () => {
    const { caseId, claim, relate, told, warnings } = await openCase();
    const [a, b, c] = [
      await claim({ occurredOn: "2024-01-29" }),
      await claim({ occurredOn: "2024-01-28" }),
      await claim({ occurredOn: "2024-01" }),
    ];
    await relate(b, "contradicts", a, "number");
    await relate(c, "contradicts", a, "number");
    expect(await told()).toEqual(["maybe_update C-1 C-2"]);
    expect((await warnings())[0]?.about.map((each) => each.number)).toEqual([1, 2]);
    await changeCase(team.analyst, { caseId, timeTolerance: 1 });
    expect(await told(), "within the tolerance of the case").toEqual([]);
    await changeCase(team.analyst, { caseId, timeTolerance: 0 });
    await relate(a, "updates", b);
    expect(await told()).toEqual([]);
  });

  it("a camp of one owner, by its lowest claim", async () => {
    const { reported, relate, told, warnings } = await openCase();
    const [tv, radio, more] = [await reported("Star TV"), await reported("Star Radio"), await reported("Star Radio")];
    await relate(radio, "agrees", more);
    expect(await told({ kind: "one_owner_camp" })).toEqual([]);
    await relate(tv, "agrees", more);
    expect(await told({ kind: "one_owner_camp" })).toEqual(["one_owner_camp camp C-1"]);
    expect(await told({ claim: radio.id })).toEqual(["one_owner_camp camp C-1"]);
    expect((await warnings())[0]?.claims).toEqual([1, 2, 3]);
    await relate(await reported("Reuters"), "repeats", tv);
    expect(await told({ kind: "one_owner_camp" })).toEqual([]);
  });

  it("an article with one source, another's or its own", async () => {
    const { caseId, claim, told } = await openCase();
    const passesOn = (await testArticle(team.analyst, caseId, { outlet: "UTV" })).id;
    const itself = (await testArticle(team.analyst, caseId, { outlet: "UTV" })).id;
    const asks = (await testArticle(team.analyst, caseId, { outlet: "UTV" })).id;
    await claim({ articleId: passesOn, attribution: ["Reuters", "an official"] });
    await claim({ articleId: itself });
    await claim({ articleId: asks });
    expect(await told()).toEqual([]);
    const last = await claim({ articleId: passesOn, attribution: ["Reuters"] });
    await claim({ articleId: itself });
    await claim({ articleId: asks, attribution: ["UTV", "an official"] });
    expect(await told()).toEqual([`sole_source article ${passesOn}`, `sole_source article ${itself}`]);
    expect(await told({ claim: last.id })).toEqual([`sole_source article ${passesOn}`]);
  });

  it("a dispute left open, and words of a conflict that are gone", async () => {
    const { caseId, claim, relate, told } = await openCase();
    const article = await testArticle(team.analyst, caseId);
    const quoted = await claim({ articleId: article.id, quote: { exact: "Twelve people were hurt." } });
    const other = await claim();
    const third = await claim();
    await relate(quoted, "agrees", other);
    const { id } = await relate(quoted, "contradicts", other, "number", second);
    expect(await told()).toEqual([]);
    await prisma().relation.updateMany({ where: { id }, data: { updatedAt: new Date(Date.now() - 15 * 86_400_000) } });
    expect(await told()).toEqual(["left_undecided C-1 C-2"]);
    await relate(third, "contradicts", quoted);
    await addVersion(team.analyst, { articleId: article.id, text: "The bridge was closed on Monday. Forty were." });
    expect(await told({ kind: "lost_words" })).toEqual(["lost_words C-1"]);
  });

  it("nothing of retracted claims, and nothing to another team", async () => {
    const { caseId, claim, warnings } = await openCase();
    await claim({ reliability: "A", credibility: 5 });
    await prisma().claim.updateMany({ where: { caseId }, data: { status: "retracted", statusBefore: "draft" } });
    expect(await warnings()).toEqual([]);
    const stranger = (await testTeam()).owner;
    await expect(listWarnings(stranger, caseId, ListWarnings.parse({}))).rejects.toEqual(refused("NOT_FOUND"));
    await expect(warningsOf(stranger, caseId, [1])).rejects.toEqual(refused("NOT_FOUND"));
  });

  it("page by page, kind after kind, each once", async () => {
    const { caseId, claim, told } = await openCase();
    for (let i = 0; i < 5; i++) await claim({ reliability: "D", credibility: 1 });
    const all = await told({ limit: "200" });
    expect(all).toHaveLength(10);
    const paged: Warning[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const query = ListWarnings.parse({ limit: "3", ...(cursor && { cursor }) });
      const page: Awaited<ReturnType<typeof listWarnings>> = await listWarnings(team.viewer, caseId, query);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual(all);
    const made = ListWarnings.parse({ cursor: "nonsense" });
    await expect(listWarnings(team.viewer, caseId, made)).rejects.toEqual(refused("INVALID"));
  });
});

describe("in a blind case", () => {
  it("only what the caller has judged warns them", async () => {
    const { claim, relate, told, dismiss, caseId } = await openCase(true);
    const [a, b] = [
      await claim({ reliability: "A", credibility: 5, occurredOn: "2024-01" }),
      await claim({ occurredOn: "2024-03" }),
    ];
    await relate(a, "contradicts", b, "number");
    const all = ["far_apart_grades C-1", "maybe_update C-1 C-2"];
    expect(await told({}, team.analyst)).toEqual(all);
    expect(await told({}, second)).toEqual([]);
    expect(await told({}, team.lead)).toEqual([]);
    await expect(dismiss("far_apart_grades", "C-1", second)).rejects.toEqual(refused("INVALID"));
    const { id: dismissalId } = await dismiss("maybe_update", "C-1 C-2");
    await expect(undismissWarning(second, { caseId, dismissalId })).rejects.toEqual(refused("NOT_FOUND"));
    const activity = await listLatestActivity(second, caseId, { limit: 1 });
    expect(activity.items[0]).toMatchObject({
      verb: "warning.dismissed",
      subject: { label: "this case" },
      after: null,
      withheld: true,
    });
    await relate(b, "contradicts", a, "number", second);
    expect(await told({}, second)).toEqual([]);
    expect(await told({ dismissed: "true" }, second)).toEqual(["maybe_update C-1 C-2"]);
    await assessClaim(second, { ...AssessClaim.parse({ credibility: 5 }), claimId: a.id });
    expect(await told({}, second)).toEqual(["far_apart_grades C-1"]);
  });
});

describe("dismissing", () => {
  it("holds while the facts do, and is told in the history", async () => {
    const { caseId, reported, relate, told, warnings, dismiss } = await openCase();
    const first = await reported("Reuters", { credibility: 1 });
    const dismissal = await dismiss("confirmed_alone", "C-1");
    expect(dismissal).toMatchObject({ kind: "confirmed_alone", subject: "C-1", reason: "Known", version: 1 });
    expect(await told()).toEqual([]);
    const [dismissed] = await warnings({ dismissed: "true" });
    expect(dismissed?.dismissal).toEqual(dismissal);
    const { items } = await listLatestActivity(team.viewer, caseId, { limit: 1 });
    expect(items[0]).toMatchObject({
      verb: "warning.dismissed",
      subject: { type: "warning", id: dismissal.id, label: "C-1" },
      after: { kind: "confirmed_alone", reason: "Known" },
    });
    const copy = await reported("UTV");
    const { id: relationId } = await relate(copy, "repeats", first);
    expect(await told()).toEqual(["confirmed_alone C-1"]);
    await prisma().relation.updateMany({ where: { id: relationId }, data: { standing: null } });
    expect(await told(), "the same facts again").toEqual([]);
  });

  it("is taken back by any analyst", async () => {
    const { caseId, claim, told, dismiss } = await openCase();
    await claim({ reliability: "A", credibility: 5 });
    const { id: dismissalId } = await dismiss("far_apart_grades", "C-1");
    const stranger = (await testTeam()).owner;
    await expect(undismissWarning(team.viewer, { caseId, dismissalId })).rejects.toEqual(refused("FORBIDDEN"));
    await expect(undismissWarning(stranger, { caseId, dismissalId })).rejects.toEqual(refused("NOT_FOUND"));
    expect(await undismissWarning(second, { caseId, dismissalId })).toMatchObject({ id: dismissalId });
    expect(await told()).toEqual(["far_apart_grades C-1"]);
    const { items } = await listLatestActivity(team.viewer, caseId, { limit: 1 });
    expect(items[0]).toMatchObject({ verb: "warning.undismissed", before: { kind: "far_apart_grades" } });
    await expect(undismissWarning(second, { caseId, dismissalId })).rejects.toEqual(refused("NOT_FOUND"));
  });

  it("is refused to viewers and strangers, of what does not warn, twice, and of facts that have changed", async () => {
    const { caseId, claim, warnings, dismiss } = await openCase();
    await claim({ reliability: "A", credibility: 5 });
    await expect(dismiss("far_apart_grades", "C-1", team.viewer)).rejects.toEqual(refused("FORBIDDEN"));
    const stranger = (await testTeam()).owner;
    await expect(dismiss("far_apart_grades", "C-1", stranger)).rejects.toEqual(refused("NOT_FOUND"));
    for (const [kind, subject] of [
      ["far_apart_grades", "C-2"],
      ["far_apart_grades", "nonsense"],
      ["confirmed_alone", "C-1"],
      ["maybe_update", "C-1 C-2"],
      ["sole_source", `article ${caseId}`],
      ["one_owner_camp", "camp C-1"],
    ] as const) {
      await expect(dismiss(kind, subject)).rejects.toEqual(refused("INVALID"));
    }
    const changed = dismiss("far_apart_grades", "C-1", team.analyst, "0".repeat(64));
    await expect(changed).rejects.toMatchObject({ code: "CONFLICT", current: { subject: "C-1" } });
    const [warning] = await warnings();
    await dismiss("far_apart_grades", "C-1", team.analyst, warning?.facts);
    await expect(dismiss("far_apart_grades", "C-1")).rejects.toEqual(refused("INVALID"));
  });
});
