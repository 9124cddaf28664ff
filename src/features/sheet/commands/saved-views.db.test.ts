import { beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/platform/db/client";
import { PageQuery } from "@/platform/fields";
import { type TestTeam, testMember, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testCase, testClaim } from "@/testing/factories";
import { findHeadings } from "../queries/find-headings";
import { findColumns, getSavedView, listSavedViews } from "../queries/saved-views";
import { SaveView, SheetView } from "../schema";
import { changeView } from "./change-view";
import { keepColumns } from "./keep-habit";
import { removeView } from "./remove-view";
import { saveView } from "./save-view";

testDatabase();

let team: TestTeam;
let caseId: string;

beforeAll(async () => {
  team = await testTeam();
  caseId = (await testCase(team.lead)).id;
});

const save = (name: string, more: object = {}, ctx = team.analyst) =>
  saveView(ctx, { ...SaveView.parse({ name, view: { filter: { tag: ["dam"] }, group: "outlet" }, ...more }), caseId });
const names = async (ctx = team.analyst) =>
  (await listSavedViews(ctx, caseId, PageQuery.parse({}))).items.map(({ name }) => name);
const told = () =>
  prisma().activity.findMany({
    where: { teamId: team.teamId, subjectType: "view" },
    orderBy: { seq: "asc" },
    select: { verb: true, subject: true, before: true, after: true },
  });

describe("a saved view", () => {
  it("is its owner's own until it is shared, and the history tells of what the team has", async () => {
    const view = await save("Dams");
    expect(view).toMatchObject({
      name: "Dams",
      shared: false,
      opens: false,
      view: { group: "outlet", sort: "number" },
    });
    expect(await names()).toContain("Dams");
    expect(await names(team.lead)).not.toContain("Dams");
    await expect(getSavedView(team.lead, view.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(changeView(team.lead, { viewId: view.id, name: "Mine" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await told()).toEqual([]);

    await changeView(team.analyst, { viewId: view.id, shared: true });
    expect(await names(team.viewer)).toContain("Dams");
    await changeView(team.lead, { viewId: view.id, name: "All dams" });
    await changeView(team.lead, { viewId: view.id, name: "All dams" });
    await removeView(team.lead, { viewId: view.id });
    const shows = "tag=dam&group=outlet";
    expect(await told()).toEqual([
      { verb: "view.shared", subject: "Dams", before: null, after: { name: "Dams", shows } },
      { verb: "view.changed", subject: "All dams", before: { name: "Dams" }, after: { name: "All dams" } },
      { verb: "view.removed", subject: "All dams", before: { name: "All dams", shows }, after: null },
    ]);
  });

  it("has a name that stands once among the team's and once among one's own", async () => {
    const mine = await save("Rivers");
    await expect(save("rivers")).rejects.toMatchObject({ errors: [{ path: "name" }] });
    await save("Rivers", {}, team.lead);
    await save("Rivers", { shared: true }, team.lead);
    await expect(changeView(team.analyst, { viewId: mine.id, shared: true })).rejects.toMatchObject({
      code: "INVALID",
    });
    await changeView(team.analyst, { viewId: mine.id, name: "RIVERS" });
  });

  it("of the team is its author's and the leads' to change, and a viewer shares none", async () => {
    const shared = await save("Shared", { shared: true });
    const other = await testMember(team.teamId, "analyst", "Otto Other");
    for (const ctx of [other, team.viewer]) {
      await expect(changeView(ctx, { viewId: shared.id, name: "Taken" })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(removeView(ctx, { viewId: shared.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(changeView(team.lead, { viewId: shared.id, shared: false })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(save("Viewer's", { shared: true }, team.viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const own = await save("Viewer's", {}, team.viewer);
    await expect(changeView(team.viewer, { viewId: own.id, shared: true })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await removeView(team.viewer, { viewId: own.id });
  });

  it("that was changed in the meantime is not changed again unseen", async () => {
    const view = await save("Twice");
    await changeView(team.analyst, { viewId: view.id, view: SheetView.parse({ group: "tag" }), version: 1 });
    const late = { viewId: view.id, name: "Late", version: 1 };
    await expect(changeView(team.analyst, late)).rejects.toMatchObject({ code: "CONFLICT", current: { version: 2 } });
    await expect(removeView(team.analyst, late)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("opens the sheet of who wants that, until it is gone", async () => {
    const view = await save("Opening", { shared: true });
    const opening = async (ctx = team.analyst) => (await getSavedView(ctx, view.id)).opens;
    await changeView(team.viewer, { viewId: view.id, opens: true });
    expect([await opening(), await opening(team.viewer)]).toEqual([false, true]);
    await changeView(team.analyst, { viewId: view.id, shared: false });
    await changeView(team.analyst, { viewId: view.id, shared: true });
    expect(await opening(team.viewer)).toBe(false);
    await changeView(team.analyst, { viewId: view.id, opens: true });
    await removeView(team.analyst, { viewId: view.id });
    expect(await names()).not.toContain("Opening");
  });

  it("is no other team's", async () => {
    const view = await save("Secret", { shared: true });
    const stranger = (await testTeam()).owner;
    await expect(getSavedView(stranger, view.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removeView(stranger, { viewId: view.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listSavedViews(stranger, caseId, PageQuery.parse({}))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(save("Mine", {}, stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("keeps the columns of a sheet without a name for each person", async () => {
  const columns = [{ name: "claim", shown: true, frozen: true, width: 80 }];
  await keepColumns(team.viewer, { caseId, columns });
  expect(await findColumns(team.viewer, caseId)).toEqual(columns);
  expect(await findColumns(team.lead, caseId)).toEqual([]);
});

describe("the columns that sheets from elsewhere brought along", () => {
  it("are found by their headings, and by nobody of another team", async () => {
    const { id } = await testCase(team.lead);
    const claim = await testClaim(team.analyst, id, { statement: "The well is dry" });
    await prisma().claim.update({
      where: { teamId_id: { teamId: team.teamId, id: claim.id } },
      data: { extra: { Ward: "North", "Checked by": "Sara" } },
    });
    expect(await findHeadings(team.viewer, id)).toEqual(["Checked by", "Ward"]);
    const stranger = await testTeam();
    await expect(findHeadings(stranger.owner, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
