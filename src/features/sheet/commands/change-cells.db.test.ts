import { beforeAll, describe, expect, it } from "vitest";
import type { Case } from "@/features/case/schema";
import { assessClaim } from "@/features/claim/commands/assess-claim";
import { changeClaim } from "@/features/claim/commands/change-claim";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import { getClaim } from "@/features/claim/queries";
import { ChangeClaim, type Claim } from "@/features/claim/schema";
import { prisma } from "@/platform/db/client";
import { AppError } from "@/platform/errors";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { type CellEdit, EditCells } from "../schema";
import { changeClaims } from "./change-cells";

testDatabase();

let team: TestTeam;
let opened: Case;

beforeAll(async () => {
  team = await testTeam();
  opened = await testCase(team.lead);
});

type Given = Partial<CellEdit> & Pick<CellEdit, "claimId" | "column" | "text">;
const edit = (edits: Given[], ctx = team.analyst, caseId = opened.id) =>
  changeClaims(ctx, { caseId, ...EditCells.parse({ edits }) });
const cell = (claim: Claim, column: string, text: string): Given => ({
  claimId: claim.id,
  version: claim.version,
  column,
  text,
});

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${error}`);
  return error;
};

const history = (claimId: string) =>
  prisma().activity.findMany({
    where: { teamId: team.teamId, subjectId: claimId },
    orderBy: { seq: "asc" },
    select: { verb: true, before: true, after: true },
  });

/** What a person sees of a claim, but for its versions and times. */
const shown = async (id: string, ctx = team.analyst) => {
  const { version: _v, updatedAt: _u, assessments, ...claim } = await getClaim(ctx, id);
  return { ...claim, assessments: assessments.map(({ id: _i, version: _a, updatedAt: _t, ...grades }) => grades) };
};

describe("changeClaims", () => {
  it("writes cells of many claims as their forms would, with a row of history each", async () => {
    const [a, b] = [
      await testClaim(team.analyst, opened.id),
      await testClaim(team.analyst, opened.id, { place: "Basra" }),
    ];
    const { rows } = await edit([
      cell(a, "reported_on", "late October 2024"),
      cell(a, "tags", "halt; Baghdad"),
      cell(a, "outlet", "The Wire"),
      cell(b, "place", ""),
      cell(b, "extra:Verified by", "=me"),
    ]);
    expect(rows.map(({ number, version }) => [number, version])).toEqual([
      [a.number, 2],
      [b.number, 2],
    ]);
    expect(rows[0]?.cells).toMatchObject({ tags: "halt; Baghdad", outlet: "The Wire", attribution: "The Wire" });
    expect(await getClaim(team.viewer, a.id)).toMatchObject({
      reportedOn: "2024-10-21~/2024-10-31~",
      reportedOnWords: "late October 2024",
      outlet: { name: "The Wire" },
    });
    expect(await getClaim(team.viewer, b.id)).toMatchObject({ place: null, extra: { "Verified by": "=me" } });
    expect((await history(b.id))[1]).toEqual({
      verb: "claim.changed",
      before: { place: "Basra", extra: {} },
      after: { place: null, extra: { "Verified by": "=me" } },
    });
  });

  it("finds by the words that cells were given", async () => {
    const claim = await testClaim(team.analyst, opened.id, { statement: "Nothing of note" });
    await edit([cell(claim, "statement", "Émissaires arrived")]);
    const { searchText } = await prisma().claim.findUniqueOrThrow({
      where: { teamId_id: { teamId: team.teamId, id: claim.id } },
    });
    expect(searchText).toContain("emissaires arrived");
  });

  it("writes nothing where a cell says what stands already", async () => {
    const claim = await testClaim(team.analyst, opened.id, { reportedOn: "2024-10", tags: ["Quiet"] });
    const { rows, undo } = await edit([cell(claim, "reported_on", "2024-10"), cell(claim, "tags", "quiet")]);
    expect(rows).toMatchObject([{ version: 1 }]);
    expect(undo).toEqual([]);
    expect(await history(claim.id)).toHaveLength(1);
  });

  it("keeps grades as the editor's own, and the claim's version with them", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    await assessClaim(team.lead, { claimId: claim.id, credibility: 2 });
    const { rows } = await edit([cell(claim, "credibility", "4"), cell(claim, "reliability", "b")]);
    // A lead's grade stands before an analyst's.
    expect(rows).toMatchObject([{ version: 1, cells: { credibility: "2", reliability: "B" } }]);
    expect((await history(claim.id)).at(-1)).toEqual({
      verb: "claim.assessed",
      before: { reliability: null, credibility: null },
      after: { reliability: "B", credibility: 4 },
    });
  });

  it("retracts and restores, and says so whatever else changes", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    await edit([cell(claim, "status", "retracted"), cell(claim, "note", "Withdrawn by the paper")]);
    expect((await history(claim.id)).at(-1)).toMatchObject({ verb: "claim.retracted", after: { status: "retracted" } });
    await edit([{ claimId: claim.id, column: "status", text: "reviewed" }]);
    expect((await history(claim.id)).at(-1)).toMatchObject({ verb: "claim.restored", after: { status: "reviewed" } });
    expect((await getClaim(team.viewer, claim.id)).status).toBe("reviewed");
  });
});

describe("refusals", () => {
  it("are told by cell, and leave everything as it was", async () => {
    const [a, b] = [await testClaim(team.analyst, opened.id), await testClaim(team.analyst, opened.id)];
    await retractClaim(team.analyst, { claimId: b.id });
    const elsewhere = await testClaim(team.analyst, (await testCase(team.lead)).id);
    const error = await refused(
      edit([
        cell(a, "place", "Mosul"),
        cell(a, "reported_on", "some day"),
        cell(a, "reliability", "Z"),
        cell(a, "statement", " "),
        cell(a, "quote", "words"),
        cell(a, "agrees_with", "C-1"),
        cell(a, "nonsense", "x"),
        cell(a, "place", "Erbil"),
        cell(elsewhere, "place", "Mosul"),
      ]),
    );
    expect(error.code).toBe("INVALID");
    expect(error.errors.map(({ path }) => path)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `edits.${n}.text`));
    expect((await getClaim(team.viewer, a.id)).place).toBeNull();
    const later = await refused(edit([{ claimId: b.id, column: "place", text: "Mosul" }]));
    expect(later.errors).toEqual([
      { path: "edits.0.text", message: "is retracted: restore the claim before changing it" },
    ]);
  });

  it("of an outlet that the chain contradicts stand at the outlet", async () => {
    await testClaim(team.analyst, opened.id, { outlet: "Herald" });
    const claim = await testClaim(team.analyst, opened.id);
    const error = await refused(
      edit([cell(claim, "attribution", "Herald > a guest"), cell(claim, "outlet", "The Sun")]),
    );
    expect(error.errors).toMatchObject([{ path: "edits.1.text", message: expect.stringContaining("Herald") }]);
  });

  it("of what somebody changed in the meantime tell what stands now", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    await changeClaim(team.lead, { claimId: claim.id, ...ChangeClaim.parse({ place: "Kirkuk" }) });
    const other = await testClaim(team.analyst, opened.id);
    const error = await refused(edit([cell(other, "place", "Basra"), cell(claim, "place", "Basra")]));
    expect(error.code).toBe("CONFLICT");
    expect(error.current).toMatchObject({
      cells: [{ index: 1, claimId: claim.id, column: "place", text: "Kirkuk", version: 2 }],
    });
    expect((await getClaim(team.viewer, other.id)).place).toBeNull();
  });

  it("meet viewers and other teams", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    const edits = [cell(claim, "place", "Basra")];
    expect((await refused(edit(edits, team.viewer))).code).toBe("FORBIDDEN");
    const stranger = (await testTeam()).analyst;
    expect((await refused(edit(edits, stranger))).code).toBe("NOT_FOUND");
    const own = await testCase(stranger);
    expect((await refused(edit(edits, stranger, own.id))).errors[0]?.message).toBe("is no claim of this case");
  });
});

describe("undo", () => {
  it("gives back exactly what stood, also where there was nothing", async () => {
    const article = await testArticle(team.analyst, opened.id, { outlet: "Morning Post" });
    const full = await testClaim(team.analyst, opened.id, {
      articleId: article.id,
      attribution: ["Morning Post", "Channel 9", "a guest"],
      newOutlets: ["Channel 9"],
      reportedOn: { edtf: "2024-10-21/2024-10-31", words: "towards the end of the month" },
      place: "Basra",
      tags: ["one", "two"],
      note: "two\nlines",
      credibility: 3,
    });
    const empty = await testClaim(team.analyst, opened.id);
    const texts: [string, string][] = [
      ["statement", "Another"],
      ["attribution", "Reuters"],
      ["outlet", "Reuters"],
      ["reported_on", "2025"],
      ["occurred_on", "since 2023"],
      ["place", ""],
      ["reliability", "A"],
      ["credibility", "1"],
      ["confidence", "high"],
      ["status", "reviewed"],
      ["tags", "three"],
      ["note", ""],
      ["extra:Checked", "yes"],
    ];
    const before = [await shown(full.id), await shown(empty.id)];
    const { undo } = await edit(
      [full, empty].flatMap((claim) => texts.map(([column, text]) => cell(claim, column, text))),
    );
    expect(await shown(full.id)).not.toEqual(before[0]);
    const { undo: redo } = await edit(undo);
    expect([await shown(full.id), await shown(empty.id)]).toEqual(before);
    await edit(redo);
    expect(await shown(full.id)).toMatchObject({ statement: "Another", outlet: { name: "Reuters" }, tags: ["three"] });
  });

  it("leaves a person in the chain a person, though an outlet bears the name by now", async () => {
    const claim = await testClaim(team.analyst, opened.id, {
      attribution: ["Kurdistan 24", "Rudaw"],
      outlet: "Kurdistan 24",
    });
    await testClaim(team.analyst, opened.id, { outlet: "Rudaw" });
    const before = await shown(claim.id);
    const { undo } = await edit([cell(claim, "attribution", "somebody")]);
    await edit(undo);
    expect(await shown(claim.id)).toEqual(before);
  });

  it("is refused where somebody changed the claim since", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    const { undo } = await edit([cell(claim, "place", "Basra")]);
    await changeClaim(team.lead, { claimId: claim.id, ...ChangeClaim.parse({ note: "seen" }) });
    expect((await refused(edit(undo))).code).toBe("CONFLICT");
  });

  it("of a retraction restores", async () => {
    const claim = await testClaim(team.analyst, opened.id);
    const { undo } = await edit([cell(claim, "status", "retracted")]);
    await edit(undo);
    expect((await getClaim(team.viewer, claim.id)).status).toBe("draft");
  });
});

describe("a blind case", () => {
  it("shows others' grades only to who gave their own, and no longer when that is undone", async () => {
    const blind = await testCase(team.lead, { blind: true });
    const claim = await testClaim(team.analyst, blind.id);
    await assessClaim(team.lead, { claimId: claim.id, credibility: 2 });
    const other = await testMember(team.teamId, "analyst", "Bert Blind");
    const first = await edit([cell(claim, "place", "Basra")], other, blind.id);
    expect(first.rows[0]?.cells.credibility).toBeUndefined();
    const graded = await edit([{ claimId: claim.id, column: "confidence", text: "low" }], other, blind.id);
    expect(graded.rows[0]?.cells).toMatchObject({ credibility: "2", confidence: "low" });
    const undone = await edit(graded.undo, other, blind.id);
    expect(undone.rows[0]?.cells).not.toHaveProperty("credibility");
    expect(undone.rows[0]?.cells).not.toHaveProperty("confidence");
  });
});
