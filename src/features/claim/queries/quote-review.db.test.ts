import { beforeAll, expect, it } from "vitest";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { addVersion } from "../commands/add-version";
import { changeClaim } from "../commands/change-claim";
import { getClaim } from "../queries";
import { countQuotesToReview, reviewQuotes } from "./quote-review";

testDatabase();

const OLD =
  "The strike killed 12 people, officials said.\n\nThe minister did not order the raid.\n\nNobody was hurt at the bridge.\n\nIt ended on Monday.";
const NEW = "The strike killed 47 people, officials said.\n\nThe minister did order the raid.\n\nIt ended on Monday.";

let team: TestTeam;
let articleId: string;
const ids: string[] = [];

beforeAll(async () => {
  team = await testTeam();
  const { id: caseId } = await testCase(team.analyst);
  articleId = (await testArticle(team.analyst, caseId, { text: OLD })).id;
  for (const exact of [
    "killed 12 people",
    "did not order the raid",
    "Nobody was hurt at the bridge",
    "It ended on Monday",
  ])
    ids.push((await testClaim(team.analyst, caseId, { articleId, quote: { exact } })).id);
  await addVersion(team.analyst, { articleId, text: NEW });
});

it("lists what a newer version says otherwise with what it says there, alarms first, and never by itself takes it over", async () => {
  const reviews = await reviewQuotes(team.viewer, articleId, "en");
  expect(await countQuotesToReview(team.viewer, articleId)).toBe(reviews.length);
  const of = (index: number) => reviews.find(({ claimId }) => claimId === ids[index]);
  expect(of(0)).toMatchObject({
    state: "changed",
    exact: "killed 12 people",
    suggestion: { exact: "killed 47 people" },
    alerts: [{ kind: "number", removed: ["12"], added: ["47"] }],
  });
  expect(of(1)?.alerts).toMatchObject([{ kind: "negation" }]);
  expect(of(2)?.suggestion ?? null).toBeNull();
  expect(of(3)).toBeUndefined();
  expect(reviews.map(({ alerts }) => alerts.length > 0)).toEqual([true, true, false]);
  expect((await getClaim(team.viewer, ids[0] ?? "")).quote).toMatchObject({
    exact: "killed 12 people",
    state: "changed",
  });
});

it("is told as decided once a person quotes the newest text", async () => {
  const [review] = await reviewQuotes(team.analyst, articleId, "en");
  if (!review?.suggestion) throw new Error("nothing was suggested");
  const { claimId, version, suggestion } = review;
  const changed = await changeClaim(team.analyst, { claimId, version, quote: suggestion });
  expect(changed.quote).toMatchObject({ exact: suggestion.exact, state: "exact", versionId: suggestion.versionId });
  expect((await reviewQuotes(team.analyst, articleId, "en")).map((each) => each.claimId)).not.toContain(claimId);
  expect(await reviewQuotes((await testTeam()).owner, articleId, "en")).toEqual([]);
});
