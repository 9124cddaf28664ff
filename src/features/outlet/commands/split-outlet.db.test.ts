import { describe, expect, it } from "vitest";
import { getClaim } from "@/features/claim/queries";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { getOutlet } from "../queries";
import { CreateOutlet, SplitOutlet } from "../schema";
import { createOutlet } from "./create-outlet";
import { mergeOutlet } from "./merge-outlet";
import { splitOutlet } from "./split-outlet";

testDatabase();

const split = (ctx: Ctx, outletId: string, fields: object) =>
  splitOutlet(ctx, { ...SplitOutlet.parse(fields), outletId });

/** The BBC with its Arabic service lumped into it. */
async function lumped() {
  const team = await testTeam();
  const { analyst } = team;
  const input = { name: "BBC", aliases: ["BBC Arabic", "بي بي سي"], domains: ["bbc.com", "bbcarabic.com"] };
  const whole = await createOutlet(analyst, CreateOutlet.parse({ ...input, owner: "The public" }));
  const { id: caseId } = await testCase(analyst);
  const url = "https://www.bbcarabic.com/1";
  const article = await testArticle(analyst, caseId, { outlet: "BBC", url });
  const elsewhere = await testArticle(analyst, caseId, { outlet: "BBC", url: "https://www.bbc.com/1" });
  const own = await testClaim(analyst, caseId, { articleId: article.id });
  const other = await testClaim(analyst, caseId, { articleId: elsewhere.id });
  const typed = await testClaim(analyst, caseId, { attribution: ["bbc arabic", "officials"] });
  const plain = await testClaim(analyst, caseId, { attribution: ["BBC", "officials"] });
  return { ...team, whole, own, other, typed, plain };
}

describe("splitting an outlet", () => {
  it("takes aliases and domains, the articles there and the steps so named; merging back undoes it", async () => {
    const { analyst, lead, teamId, whole, own, other, typed, plain } = await lumped();
    const made = await split(lead, whole.id, {
      name: "BBC Arabic",
      aliases: ["BBC Arabic", "بي بي سي"],
      domains: ["bbcarabic.com"],
    });
    expect(made).toMatchObject({ name: "BBC Arabic", aliases: ["بي بي سي"], domains: ["bbcarabic.com"], owner: null });
    expect(await getOutlet(lead, whole.id)).toMatchObject({ aliases: [], domains: ["bbc.com"], version: 2 });
    const outlets = async () => {
      const claims = await Promise.all([own, other, typed, plain].map(({ id }) => getClaim(analyst, id)));
      return claims.map(({ outlet }) => outlet?.name);
    };
    expect(await outlets()).toEqual(["BBC Arabic", "BBC", "BBC Arabic", "BBC"]);
    const row = await prisma().activity.findFirst({ where: { teamId, verb: "outlet.split" } });
    expect(row?.after).toMatchObject({ from: "BBC", moved: { articles: 1, claims: 2, cases: 1 } });

    await mergeOutlet(lead, { outletId: made.id, into: whole.id });
    expect(await outlets()).toEqual(["BBC", "BBC", "BBC", "BBC"]);
    expect(await getOutlet(lead, whole.id)).toMatchObject({ aliases: whole.aliases, domains: whole.domains });
  });

  it("may give the new one another name, if that is nobody's", async () => {
    const { lead, whole } = await lumped();
    const made = await split(lead, whole.id, { name: "BBC News Arabic", aliases: ["BBC Arabic"] });
    expect(made).toMatchObject({ name: "BBC News Arabic", aliases: ["BBC Arabic"] });
    await expect(split(lead, whole.id, { name: "BBC", aliases: ["بي بي سي"] })).rejects.toMatchObject({
      errors: [{ path: "name", message: "“BBC” is already a name of BBC" }],
    });
  });

  it("is for leads, within the team, of what the outlet has, and of the version seen", async () => {
    const { analyst, viewer, lead, whole } = await lumped();
    const other = await testTeam();
    const wanted = { name: "BBC Arabic", aliases: ["BBC Arabic"] };
    for (const ctx of [analyst, viewer]) {
      expect(() => split(ctx, whole.id, wanted)).toThrow(expect.objectContaining({ code: "FORBIDDEN" }));
    }
    await expect(split(other.lead, whole.id, wanted)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(split(lead, whole.id, { ...wanted, version: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(split(lead, whole.id, { name: "X", aliases: ["Reuters"] })).rejects.toMatchObject({
      errors: [{ path: "aliases", message: "“Reuters” is not an alias of BBC" }],
    });
  });
});
