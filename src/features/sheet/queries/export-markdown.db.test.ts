import { createHash } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import type { ClaimFilter } from "@/features/claim/schema";
import { writeFinding } from "@/features/conflict/commands/write-finding";
import { WriteFinding } from "@/features/conflict/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { exportMarkdown } from "./export-markdown";

testDatabase();

let team: TestTeam;
let caseId: string;

const report = async (ctx: Ctx, which = caseId, filter: ClaimFilter = {}) => {
  const chunks: string[] = [];
  for await (const chunk of await exportMarkdown(ctx, which, filter)) chunks.push(String(chunk));
  return chunks.join("");
};

async function disputedCase(ctx: Ctx, blind: boolean) {
  const { id } = await testCase(ctx, { title: "Bridge *report*", blind });
  const text = "Twelve people were hurt. قال المتحدث إن الجسر مغلق.";
  const article = await testArticle(ctx, id, { title: "Bridge closed", text, url: "https://example.org/a" });
  const quote = { exact: "Twelve people were hurt." };
  const twelve = await testClaim(ctx, id, {
    statement: "Twelve hurt",
    articleId: article.id,
    quote,
    credibility: 2,
    tags: ["toll"],
  });
  const thirty = await testClaim(ctx, id, {
    statement: "Thirty hurt",
    outlet: "Wire One",
    occurredOn: "late October 2024",
  });
  await testClaim(ctx, id, { statement: "# The bridge\n- is closed", outlet: "Wire One" });
  const gone = await testClaim(ctx, id, { statement: "Never said" });
  await retractClaim(ctx, { claimId: gone.id });
  await recordRelation(ctx, { caseId: id, from: twelve.id, to: thirty.id, kind: "contradicts", about: "number" });
  return id;
}

beforeAll(async () => {
  team = await testTeam();
  caseId = await disputedCase(team.analyst, false);
  const finding = {
    outcome: "one_camp",
    preferredCamp: "A",
    rationale: "Seen by many.",
    likelihood: "likely",
    confidence: "low",
  };
  await writeFinding(team.lead, { caseId, number: 1, ...WriteFinding.parse(finding) });
});

it("tells conflicts with their findings, the other claims by outlet, what was retracted, and the sources", async () => {
  const markdown = await report(team.viewer);
  const headings = markdown.split("\n").filter((each) => /^##{1,2} /.test(each));
  expect(headings).toEqual([
    "## Method",
    "### Scales",
    "## Overview",
    "## Conflicts",
    "### Conflict C-1: Twelve hurt — or: Thirty hurt?",
    "## Claims outside conflicts",
    "### Wire One",
    "## Retracted claims",
    "### Of no outlet",
    "## Sources",
    "## About this export",
  ]);
  expect(markdown).toContain("# Bridge \\*report\\*\n");
  expect(markdown).toContain("- Claims: 4 (3 draft, 1 retracted)");
  expect(markdown).toContain("**C-1** · Twelve hurt \\[1\\]\n\n> Twelve people were hurt.\n");
  expect(markdown).toContain("typed “late October 2024”");
  expect(markdown).toContain("**C-3** · \\# The bridge\\\n\\- is closed");
  expect(markdown).toContain("**C-4** (retracted) · Never said");
  expect(markdown).toContain("- A against B: on number: C-1 contradicts C-2 on number");
  expect(markdown).toMatch(/\*\*\\\[1\\\]\*\* Daily Test: “Bridge closed”, [\s\S]*SHA-256 [0-9a-f]{64}/);
});

it("ends with a hash that anybody can compute", async () => {
  const markdown = await report(team.viewer);
  const body = markdown.slice(markdown.indexOf("## Method"), markdown.lastIndexOf("SHA-256"));
  expect(markdown.endsWith(`\`${createHash("sha256").update(body).digest("hex")}\`\n`)).toBe(true);
});

it("shows a conflict whole where one of its claims passes the filter, and says what it left out", async () => {
  const markdown = await report(team.viewer, caseId, { tag: ["toll"] });
  expect(markdown).toContain("- Claims: 1 (1 draft)");
  expect(markdown).toContain("> **A part of the case:** tag toll. 3 of its claims are left out.");
  expect(markdown).toContain("**C-2** (outside the filter) · Thirty hurt");
  expect(markdown).toContain("- Beside them: 1 outside the filter, shown because their conflict is");
  expect(markdown).not.toContain("C-3");
  expect(await report(team.viewer, caseId, { q: "nothing like it" })).toContain("- Claims: none");
});

it("keeps in a blind case what the reader has not judged", async () => {
  const { analyst, lead } = team;
  const blind = await disputedCase(analyst, true);
  const own = await report(analyst, blind);
  expect(own).toContain("## Conflicts");
  expect(own).toContain("2 probably true");
  const other = await report(lead, blind);
  expect(other).toContain("**Blind case:**");
  expect(other).toContain("- Conflicts: 0");
  expect(other).not.toContain("contradicts C-");
  expect(other).not.toContain("2 probably true\n- ");
  expect(other).not.toContain("Assessed by");
});

it("tells nobody of a case in another team", async () => {
  await expect(exportMarkdown((await testTeam()).owner, caseId, {})).rejects.toMatchObject({ code: "NOT_FOUND" });
});

it("leaves the pool whole when a reader goes away", async () => {
  for (let reader = 0; reader < 12; reader++) {
    for await (const _chunk of await exportMarkdown(team.viewer, caseId, {})) break;
  }
  expect(await report(team.viewer)).toContain("## About this export");
});
