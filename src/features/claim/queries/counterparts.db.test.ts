import { beforeAll, describe, expect, it } from "vitest";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { findCounterparts, findCounterpartsOfDraft, suggestClaims } from "./counterparts";

testDatabase();

let team: TestTeam;
let caseId: string;

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.analyst)).id;
  for (const [index, subject] of ["oil", "grain", "water", "power", "rail", "schools"].entries())
    await testClaim(team.analyst, caseId, { statement: `The ministry spoke about ${subject} ${index + 2000}` });
});

const enter = (statement: string, more = {}) => testClaim(team.analyst, caseId, { statement, ...more });

describe("claims about the same thing", () => {
  it("are found whatever their words' forms, with what they share and where they differ", async () => {
    const other = await enter("At least 47 people were killed when the Karsk bridge fell");
    const own = await enter("12 people killed as bridges in Karsk were falling");
    const [first] = await findCounterparts(team.viewer, own.id);
    expect(first).toMatchObject({ id: other.id, suggestedKind: "contradicts" });
    expect(first?.why).toMatch(/Karsk/);
    expect(first?.why).toContain("12 against 47");
    const [suggestion] = await suggestClaims(team.viewer, own.id, 5);
    expect(suggestion).toMatchObject({
      claim: { claim: other.claim, statement: other.statement },
      suggestedKind: "contradicts",
    });
  });

  it("in Arabic with and without its marks, article and conjunctions", async () => {
    const other = await enter("وأعلنت الكتائبُ تعليقَ هجماتِها على القواعد");
    const [first] = await findCounterpartsOfDraft(team.analyst, {
      caseId,
      statement: "الكتائب تعلق الهجمات على القواعد",
      quote: null,
      articleId: null,
    });
    expect(first?.id).toBe(other.id);
  });

  it("of other articles come before those of the same one, retracted ones never", async () => {
    const article = await testArticle(team.analyst, caseId, { text: "The Zarn dam burst. The Zarn dam had burst." });
    const beside = await enter("The Zarn dam burst on Monday", { articleId: article.id });
    const elsewhere = await enter("The dam of Zarn burst on a Monday");
    const gone = await enter("The Zarn dam burst on Monday night");
    await retractClaim(team.analyst, { claimId: gone.id });
    const own = await enter("Zarn dam burst on Monday", { articleId: article.id });
    const found = (await findCounterparts(team.analyst, own.id)).map(({ id }) => id);
    expect(found.slice(0, 2)).toEqual([elsewhere.id, beside.id]);
    expect(found).not.toContain(gone.id);
  });

  it("stay one's own in a blind case, and nobody's outside the team", async () => {
    const { id: blind } = await testCase(team.lead, { blind: true });
    await testClaim(team.lead, blind, { statement: "The Karsk bridge fell on Monday" });
    const own = await testClaim(team.analyst, blind, { statement: "The Karsk bridge fell on Monday" });
    expect(await findCounterparts(team.analyst, own.id)).toEqual([]);
    const mine = await testClaim(team.analyst, blind, { statement: "The bridge at Karsk fell" });
    expect((await findCounterparts(team.analyst, own.id)).map(({ id }) => id)).toEqual([mine.id]);
    await expect(findCounterparts((await testTeam()).owner, own.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
