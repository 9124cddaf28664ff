import { beforeAll, describe, expect, test } from "vitest";
import { listLatestActivity, verifyHistory } from "@/features/activity/queries";
import { bringArticles } from "@/features/article/commands/bring-articles";
import { sha256 } from "@/features/article/commands/open-source";
import { getArticle } from "@/features/article/queries";
import { listCustody } from "@/features/article/queries/custody";
import { lockCase } from "@/features/case/commands/lock-case";
import { transact } from "@/platform/context";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { getClaim } from "../queries";
import { RecordClaim } from "../schema";
import { addVersion } from "./add-version";
import { recordClaim } from "./record-claim";

testDatabase();

const OLD = "The bridge was closed on Monday. Twelve people were hurt. The mayor spoke at noon.";

let team: TestTeam;
let caseId: string;

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.analyst)).id;
});

async function quoted(...words: string[]) {
  const { id: articleId } = await testArticle(team.analyst, caseId, { text: OLD });
  const claims = [];
  for (const exact of words) claims.push(await testClaim(team.analyst, caseId, { articleId, quote: { exact } }));
  return { articleId, claims };
}

describe("a newer capture", () => {
  test("keeps, moves, doubts and orphans quotes, and the words stand where it says", async () => {
    const { articleId, claims } = await quoted("The bridge was closed", "Twelve people were hurt", "spoke at noon");
    const text = "Update: it is open again. The bridge was closed on Monday. Fourteen people were hurt.";
    const added = await addVersion(team.analyst, { articleId, text });
    expect(added).toMatchObject({ version: 2, quotes: { exact: 0, moved: 1, changed: 1, orphaned: 1 } });
    const [moved, changed, orphaned] = await Promise.all(claims.map(({ id }) => getClaim(team.analyst, id)));
    expect(moved?.quote).toMatchObject({ state: "moved", versionId: added.versionId, exact: "The bridge was closed" });
    expect(text.slice(moved?.quote?.start ?? 0, moved?.quote?.end ?? 0)).toBe("The bridge was closed");
    expect(changed?.quote).toMatchObject({ state: "changed", versionId: claims[1]?.quote?.versionId });
    expect(orphaned?.quote).toMatchObject({ state: "orphaned", exact: "spoke at noon" });
    expect(moved?.version).toBe(2);
    const article = await getArticle(team.analyst, articleId);
    expect(article).toMatchObject({ text, version: 2 });
    expect(article.versions.map(({ ordinal }) => ordinal)).toEqual([2, 1]);
    expect((await verifyHistory(team.analyst, caseId)).firstAltered).toBeNull();
  });

  test("with the text that is the newest already makes no version, but an entry in the record of custody", async () => {
    const { articleId } = await quoted("The bridge was closed");
    const again = await addVersion(team.analyst, { articleId, text: `${OLD}\n\n` });
    expect(again).toMatchObject({ version: 1, quotes: { exact: 1 } });
    const article = await getArticle(team.analyst, articleId);
    expect(article.versions).toHaveLength(1);
    const custody = await listCustody(team.analyst, articleId);
    expect(custody.map(({ ordinal, by }) => ({ ordinal, by }))).toEqual([
      { ordinal: 1, by: team.analyst.actor.name },
      { ordinal: 1, by: team.analyst.actor.name },
    ]);
    expect(custody[0]?.capture?.bytes).toBe(OLD.length + 2);
    const { items } = await listLatestActivity(team.analyst, article.caseId, { limit: 1, subjectId: articleId });
    expect(items[0]).toMatchObject({ verb: "article.read_again", after: { ordinal: 1 } });
  });

  test("finds again what an earlier one had lost", async () => {
    const { articleId, claims } = await quoted("The mayor spoke at noon");
    await addVersion(team.analyst, { articleId, text: "The bridge was closed on Monday." });
    const back = await addVersion(team.analyst, { articleId, text: OLD });
    expect(back).toMatchObject({ version: 3, quotes: { exact: 1, orphaned: 0 } });
    expect((await getClaim(team.analyst, claims[0]?.id ?? "")).quote?.state).toBe("exact");
  });

  test("fills in a version that a sheet knew by its hash only, and its quotes come home", async () => {
    // Another team, since a text that the team holds already would be found by its hash.
    const { analyst } = await testTeam();
    const other = (await testCase(analyst)).id;
    const brought = { title: "From a sheet", outlet: "Daily Test", url: null, author: null, publishedOn: null };
    const { id: articleId, versionId } = await transact(analyst, async (ctx) => {
      await lockCase(ctx, other);
      const hash = sha256(OLD);
      const [made] = await bringArticles(ctx, other, [{ ...brought, language: null, hashes: [hash] }]);
      return { id: made?.id ?? "", versionId: made?.versions.get(hash) ?? "" };
    });
    const input = RecordClaim.parse({ statement: "Hurt.", articleId, quote: { exact: "Twelve people were hurt" } });
    const claim = await recordClaim(analyst, { ...input, caseId: other }, {});
    expect(claim.quote).toMatchObject({ state: "orphaned", start: null });
    const added = await addVersion(analyst, { articleId, text: OLD });
    expect(added).toEqual({ version: 1, versionId, quotes: { exact: 1, moved: 0, changed: 0, orphaned: 0 } });
    const home = await getClaim(analyst, claim.id);
    expect(home.quote).toMatchObject({ state: "exact", start: OLD.indexOf("Twelve") });
  });

  test("is refused to viewers, strangers, and without a text", async () => {
    const { articleId } = await quoted();
    const stranger = (await testTeam()).owner;
    await expect(addVersion(team.viewer, { articleId, text: "x" })).rejects.toThrow(/role/);
    await expect(addVersion(stranger, { articleId, text: "x" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(addVersion(team.analyst, { articleId, text: " " })).rejects.toThrow(/readable/);
  });
});
