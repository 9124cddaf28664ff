import { beforeAll, describe, expect, it } from "vitest";
import { listActivity } from "@/features/activity/queries";
import { changeCase } from "@/features/case/commands/change-case";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { RecordRelation } from "@/features/relation/schema";
import type { Ctx } from "@/platform/context";
import { prisma } from "@/platform/db/client";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { getConflict } from "../queries/get-conflict";
import { listConflicts } from "../queries/list-conflicts";
import { ListConflicts, type WriteFinding } from "../schema";
import { restoreFinding } from "./restore-finding";
import { withdrawFinding } from "./withdraw-finding";
import { writeFinding } from "./write-finding";

testDatabase();

let team: TestTeam;
let second: Ctx;
beforeAll(async () => {
  team = await testTeam();
  second = await testMember(team.teamId, "lead", "Boris Second");
});

const HOLDS = { outcome: "one_camp", preferredCamp: "A", rationale: "C-1 saw it." } as const;

/** A case of four claims in which the first two contradict each other. */
async function opposed(input: Parameters<typeof testCase>[1] = {}) {
  const { id: caseId } = await testCase(team.lead, input);
  const claims: string[] = [];
  for (let i = 0; i < 4; i++) claims.push((await testClaim(team.analyst, caseId)).id);
  const idOf = (number: number) => claims[number - 1] ?? "";
  const relate = (from: number, kind: RecordRelation["kind"], to: number, ctx = team.analyst) =>
    recordRelation(ctx, { caseId, from: idOf(from), to: idOf(to), kind });
  await relate(1, "contradicts", 2);
  const write = (ctx: Ctx, input: Partial<WriteFinding> = {}) =>
    writeFinding(ctx, { ...HOLDS, ...input, caseId, number: 1 });
  const read = (ctx: Ctx = team.viewer) => getConflict(ctx, caseId, 1);
  const verbs = async () =>
    (await listActivity(team.viewer, caseId, { limit: 200 })).items.flatMap(({ verb }) =>
      verb.startsWith("finding.") ? [verb] : [],
    );
  return { caseId, idOf, relate, write, read, verbs };
}

const refused = (code: string) => expect.objectContaining({ code });

describe("a finding", () => {
  it("is signed by a lead, settles the conflict, and says over what and with which words", async () => {
    const { caseId, write, read, verbs } = await opposed();
    const answer = await write(team.lead, { question: "Was it closed?", likelihood: "very_likely", confidence: "low" });
    expect(answer).toMatchObject({
      question: "Was it closed?",
      outcome: "one_camp",
      preferredCamp: "A",
      preferred: [1],
      likelihood: "very_likely",
      confidence: "low",
      status: "signed",
      claims: [1, 2],
      changes: [],
      author: { name: "Lena Lead" },
      signer: { name: "Lena Lead" },
      version: 1,
    });
    const conflict = await read();
    expect(conflict).toMatchObject({ status: "settled", finding: answer });
    expect(conflict.findings).toMatchObject([{ id: answer.id, basis: { relations: [{ from: 1, to: 2 }] } }]);
    const { items } = await listConflicts(team.viewer, caseId, ListConflicts.parse({}));
    expect(items).toMatchObject([{ status: "settled", finding: { id: answer.id, outcome: "one_camp" } }]);
    expect(await verbs()).toEqual(["finding.signed"]);
  });

  it("is proposed by an analyst and signed by a lead, who is not its author for that", async () => {
    const { write, read, verbs } = await opposed();
    expect(await write(team.analyst, { status: "draft" })).toMatchObject({ status: "draft", version: 1 });
    expect(await read()).toMatchObject({ status: "open", finding: null, findings: [{ status: "draft" }] });
    expect(await write(team.analyst)).toMatchObject({ status: "proposed", version: 2 });
    expect(await read()).toMatchObject({ status: "proposed" });
    expect(await write(team.lead, { status: "draft" })).toMatchObject({ author: { name: "Anna Analyst" } });
    await write(team.analyst, { rationale: "C-1 saw it, and says when." });
    const signed = await write(team.lead, { rationale: "C-1 saw it, and says when.", version: 4 });
    expect(signed).toMatchObject({ author: { name: "Anna Analyst" }, signer: { name: "Lena Lead" } });
    expect(await verbs()).toEqual([
      "finding.drafted",
      "finding.proposed",
      "finding.sent_back",
      "finding.proposed",
      "finding.signed",
    ]);
  });

  it("is refused to viewers, a signature to analysts, and to another team it is not there", async () => {
    const { caseId, write } = await opposed();
    await expect(write(team.viewer)).rejects.toEqual(refused("FORBIDDEN"));
    await expect(write(team.analyst, { status: "signed" })).rejects.toEqual(refused("FORBIDDEN"));
    const stranger = (await testTeam()).owner;
    await expect(write(stranger)).rejects.toEqual(refused("NOT_FOUND"));
    await expect(writeFinding(team.lead, { ...HOLDS, caseId, number: 3 })).rejects.toEqual(refused("NOT_FOUND"));
    await expect(write(team.lead, { preferredCamp: "C" })).rejects.toEqual(refused("INVALID"));
    await expect(write(team.lead, { preferredCamp: null })).rejects.toEqual(refused("INVALID"));
  });

  it("is written over by nobody who has not seen it as it is", async () => {
    const { write } = await opposed();
    await write(team.analyst);
    await write(team.analyst, { rationale: "Better said.", version: 1 });
    await expect(write(team.lead, { rationale: "Otherwise.", version: 1 })).rejects.toMatchObject({
      code: "CONFLICT",
      current: { rationale: "Better said.", version: 2 },
    });
  });

  it("said again changes nothing", async () => {
    const { write, verbs } = await opposed();
    const signed = await write(team.lead);
    expect(await write(team.lead)).toEqual(signed);
    expect(await verbs()).toHaveLength(1);
  });
});

describe("what changes after a finding", () => {
  it("makes it stale, in words; renewed it supersedes the former, which stays readable", async () => {
    const { relate, write, read, verbs } = await opposed();
    const first = await write(team.lead);
    await relate(3, "agrees", 2);
    const stale = await read();
    expect(stale.status).toBe("stale");
    expect(stale.finding?.changes.map(({ words }) => words)).toContain("C-3 joined camp B");
    const renewed = await write(team.lead, { version: first.version });
    expect(renewed.id).not.toBe(first.id);
    expect(renewed).toMatchObject({ claims: [1, 2, 3], changes: [] });
    expect(await read()).toMatchObject({
      status: "settled",
      findings: [
        { id: renewed.id, status: "signed" },
        { id: first.id, status: "superseded", claims: [1, 2], changes: [] },
      ],
    });
    expect(await verbs()).toEqual(["finding.signed", "finding.signed", "finding.superseded"]);
  });

  it("is told of retracted claims and of grades", async () => {
    const { idOf, relate, write, read } = await opposed();
    await relate(3, "agrees", 2);
    await write(team.lead);
    await retractClaim(team.analyst, { claimId: idOf(3) });
    await assessClaim(team.analyst, {
      claimId: idOf(1),
      reliability: null,
      credibility: 2,
      confidence: null,
      reason: "",
    });
    const words = (await read()).finding?.changes.map((change) => change.words);
    expect(words).toContain("C-3 was retracted");
    expect(words).toContain("the credibility of C-1 is 2, was not given");
  });

  it("leaves no conflict, and no finding on it, where the contradiction goes", async () => {
    const { relate, write, read } = await opposed();
    await write(team.lead);
    await relate(1, "qualifies", 2);
    await expect(read()).rejects.toEqual(refused("NOT_FOUND"));
    await relate(1, "contradicts", 2);
    expect((await read()).status).toBe("settled");
  });
});

describe("the second signature", () => {
  it("is refused to the author, names the version, and is another lead's", async () => {
    const { write, read } = await opposed({ secondSignature: true });
    const proposed = await write(team.lead);
    expect(proposed).toMatchObject({ status: "proposed", author: { name: "Lena Lead" } });
    await expect(write(team.lead, { status: "signed", version: 1 })).rejects.toEqual(refused("FORBIDDEN"));
    await expect(write(second, { status: "signed" })).rejects.toEqual(refused("INVALID"));
    await expect(write(second, { status: "signed", version: 1, rationale: "Mine." })).rejects.toEqual(
      refused("FORBIDDEN"),
    );
    expect(await write(second, { status: "signed", version: 1 })).toMatchObject({ signer: { name: "Boris Second" } });
    expect((await read()).status).toBe("settled");
  });

  it("is asked for by leads only", async () => {
    const { caseId } = await opposed();
    await expect(changeCase(team.analyst, { caseId, secondSignature: true })).rejects.toEqual(refused("FORBIDDEN"));
    expect(await changeCase(team.lead, { caseId, secondSignature: true })).toMatchObject({ secondSignature: true });
  });
});

describe("taking back", () => {
  it("is for the author and for leads, keeps the row, and can be undone", async () => {
    const { caseId, write, read, verbs } = await opposed();
    const which = { caseId, number: 1 };
    await write(team.lead, { status: "proposed" });
    await expect(withdrawFinding(team.analyst, which)).rejects.toEqual(refused("FORBIDDEN"));
    await expect(withdrawFinding(team.viewer, which)).rejects.toEqual(refused("FORBIDDEN"));
    await expect(withdrawFinding((await testTeam()).owner, which)).rejects.toEqual(refused("NOT_FOUND"));
    expect(await withdrawFinding(team.lead, which)).toMatchObject({ status: "withdrawn" });
    expect(await read()).toMatchObject({ status: "open", finding: null, findings: [] });
    await expect(withdrawFinding(team.lead, which)).rejects.toEqual(refused("NOT_FOUND"));
    expect(await restoreFinding(team.lead, which)).toMatchObject({ status: "proposed" });
    expect((await read()).status).toBe("proposed");
    expect(await verbs()).toEqual(["finding.proposed", "finding.withdrawn", "finding.restored"]);
  });

  it("is not for what was signed", async () => {
    const { caseId, write } = await opposed();
    const { id } = await write(team.lead);
    await expect(withdrawFinding(team.lead, { caseId, number: 1 })).rejects.toEqual(refused("NOT_FOUND"));
    const where = { teamId_id: { teamId: team.teamId, id } };
    await expect(prisma().finding.update({ where, data: { rationale: "Rewritten." } })).rejects.toThrow(
      /never altered/,
    );
    await expect(prisma().finding.delete({ where })).rejects.toThrow();
  });
});

describe("a blind case", () => {
  it("is decided by who has judged every pair, and the finding is for those alone", async () => {
    const { caseId, relate, write, read } = await opposed({ blind: true });
    await relate(3, "agrees", 2);
    await expect(write(team.lead)).rejects.toEqual(refused("NOT_FOUND"));
    await relate(1, "contradicts", 2, team.lead);
    await expect(write(team.lead)).rejects.toEqual(refused("FORBIDDEN"));
    await relate(3, "agrees", 2, team.lead);
    const signed = await write(team.lead);
    expect((await read(team.analyst)).finding?.id).toBe(signed.id);
    await relate(1, "contradicts", 2, second);
    const partial = await getConflict(second, caseId, 1);
    expect(partial).toMatchObject({ status: "open", finding: null, findings: [] });
    const { items } = await listConflicts(second, caseId, ListConflicts.parse({}));
    expect(items).toMatchObject([{ status: "open", finding: null }]);
    const told = (await listActivity(second, caseId, { limit: 200 })).items.find(
      ({ verb }) => verb === "finding.signed",
    );
    expect(told).toMatchObject({ withheld: true, before: null, after: null, subject: { label: "…" } });
  });

  it("remembers no grades", async () => {
    const { idOf, relate, write, read } = await opposed({ blind: true });
    await relate(1, "contradicts", 2, team.lead);
    await assessClaim(team.lead, { claimId: idOf(1), reliability: "A", credibility: 1, confidence: null, reason: "" });
    await write(team.lead);
    expect((await read(team.analyst)).findings[0]?.basis.claims[0]).toMatchObject({ credibility: null });
    await assessClaim(team.lead, { claimId: idOf(1), reliability: "B", credibility: 3, confidence: null, reason: "" });
    expect((await read(team.analyst)).status).toBe("settled");
  });
});
