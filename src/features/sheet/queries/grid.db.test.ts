import { beforeAll, describe, expect, it } from "vitest";
import { retractClaim } from "@/features/claim/commands/retract-claim";
import type { ClaimSort } from "@/features/claim/schema";
import { recordRelation } from "@/features/relation/commands/record-relation";
import type { Ctx } from "@/platform/context";
import { type TestTeam, testTeam } from "@/testing/actors";
import { testDatabase } from "@/testing/database";
import { testArticle, testCase, testClaim } from "@/testing/factories";
import { FindPlace, GridQuery, ListGridRows, OUTLINE_STEP } from "../schema";
import { findGridRows, listGridRows } from "./grid-rows";
import { outlineSheet, placeOfClaim } from "./outline";

testDatabase();

let team: TestTeam;

beforeAll(async () => {
  team = await testTeam();
});

const rows = (ctx: Ctx, caseId: string, list: object = {}) => listGridRows(ctx, caseId, ListGridRows.parse(list));
const outline = (ctx: Ctx, caseId: string, query: object = {}) => outlineSheet(ctx, caseId, GridQuery.parse(query));
const placeOf = (ctx: Ctx, caseId: string, query: object) => placeOfClaim(ctx, caseId, FindPlace.parse(query));

describe("a row", () => {
  it("holds what its cells show, and no cell that is empty", async () => {
    const { id: caseId } = await testCase(team.analyst);
    const article = await testArticle(team.analyst, caseId, { outlet: "Grid Post", title: "The bridge" });
    const claim = await testClaim(team.analyst, caseId, {
      statement: "جسر مغلق",
      articleId: article.id,
      quote: { exact: "The bridge was closed" },
      reportedOn: "25 October 2024",
      tags: ["bridge", "closure"],
      credibility: 2,
    });
    const other = await testClaim(team.analyst, caseId, { statement: "Open" });
    await recordRelation(team.analyst, { caseId, from: claim.id, to: other.id, kind: "contradicts" });
    const { items } = await rows(team.viewer, caseId);
    expect(items[0]).toMatchObject({
      id: claim.id,
      number: 1,
      version: 1,
      words: { reported_on: "25 October 2024" },
      relations: { contradicts: 1 },
      inherited: false,
    });
    expect(items[0]?.cells).toMatchObject({
      claim: "C-1",
      statement: "جسر مغلق",
      quote: "The bridge was closed",
      outlet: "Grid Post",
      reported_on: "2024-10-25",
      credibility: "2",
      status: "draft",
      tags: "bridge; closure",
      contradicts: "C-2",
      article: "The bridge",
    });
    expect(items[1]?.cells).not.toHaveProperty("quote");
    expect(items[1]?.cells).not.toHaveProperty("note");
    const [narrow] = (await rows(team.viewer, caseId, { columns: "statement,tags" })).items;
    expect(narrow?.cells).toEqual({ statement: "جسر مغلق", tags: "bridge; closure", status: "draft" });
    expect((await findGridRows(team.viewer, caseId, [other.id])).map(({ number }) => number)).toEqual([2]);
  });

  it("conceals others' grades and relations in a blind case until one has given one's own", async () => {
    const { id: caseId } = await testCase(team.lead, { blind: true });
    const [first, second] = [
      await testClaim(team.analyst, caseId, { credibility: 1 }),
      await testClaim(team.lead, caseId),
    ];
    await recordRelation(team.analyst, { caseId, from: first.id, to: second.id, kind: "agrees" });
    const seen = async (ctx: Ctx) => (await rows(ctx, caseId)).items[0];
    expect(await seen(team.analyst)).toMatchObject({
      cells: { credibility: "1", agrees_with: "C-2" },
      relations: { agrees: 1 },
    });
    const concealed = await seen(team.lead);
    expect(concealed?.cells).not.toHaveProperty("credibility");
    expect(concealed?.cells).not.toHaveProperty("agrees_with");
    expect(concealed?.relations).toEqual({});
  });
});

describe("the outline", () => {
  let caseId: string;
  let retracted: string;

  beforeAll(async () => {
    caseId = (await testCase(team.lead)).id;
    for (let n = 1; n <= 2 * OUTLINE_STEP + 7; n += 1) {
      const reportedOn = n % 3 === 0 ? null : `2024-0${(n % 5) + 1}`;
      const { id } = await testClaim(team.analyst, caseId, {
        statement: `Report ${n}`,
        reportedOn,
        tags: [n % 2 ? "odd" : "even"],
      });
      if (n === 5) retracted = id;
    }
    await retractClaim(team.analyst, { claimId: retracted });
  }, 120_000);

  const wholeBy = async (sort: ClaimSort, filter: object = {}) => {
    const numbers: number[] = [];
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof rows>> = await rows(team.viewer, caseId, {
        ...filter,
        sort,
        limit: 30,
        cursor,
      });
      numbers.push(...page.items.map(({ number }) => number));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return numbers;
  };

  it.each<ClaimSort>(["number", "-number", "reportedOn", "-reportedOn"])(
    "leads to every stretch by %s, which together are the sheet",
    async (sort) => {
      const { total, step, cursors } = await outline(team.viewer, caseId, { sort });
      expect(total).toBe(2 * OUTLINE_STEP + 6);
      expect(cursors).toHaveLength(2);
      const stretches = await Promise.all(
        [undefined, ...cursors].map((cursor) => rows(team.viewer, caseId, { sort, limit: step, cursor })),
      );
      const numbers = stretches.flatMap(({ items }) => items.map(({ number }) => number));
      expect(new Set(numbers).size).toBe(total);
      expect(numbers).toEqual(await wholeBy(sort));
      const [by, descends] = [sort.replace("-", ""), sort.startsWith("-")];
      if (by === "number") expect(numbers).toEqual(numbers.toSorted((a, b) => (descends ? b - a : a - b)));
      // Claims without a date come last both ways.
      if (by === "reportedOn") expect(numbers.slice(-60).every((number) => number % 3 === 0)).toBe(true);
      for (const place of [0, 99, 100, 150, total - 1]) {
        expect((await placeOf(team.viewer, caseId, { sort, claim: `C-${numbers[place]}` })).place).toBe(place);
      }
    },
  );

  it("follows the filters, and says where a claim is left out", async () => {
    const filter = { tag: "odd" };
    expect((await outline(team.viewer, caseId, filter)).total).toBe(OUTLINE_STEP + 3);
    expect((await wholeBy("number", filter)).length).toBe(OUTLINE_STEP + 3);
    expect(await placeOf(team.viewer, caseId, { ...filter, claim: "C-7" })).toMatchObject({ place: 2 });
    expect(await placeOf(team.viewer, caseId, { ...filter, claim: "C-8" })).toMatchObject({ place: null });
    expect(await outline(team.viewer, caseId, { q: "nobody wrote this" })).toMatchObject({ total: 0, cursors: [] });
  });

  it("is not there for another team", async () => {
    const stranger = await testTeam();
    await expect(outline(stranger.owner, caseId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(rows(stranger.owner, caseId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(placeOf(stranger.owner, caseId, { claim: "C-1" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(findGridRows(stranger.owner, caseId, [retracted])).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("groups", () => {
  let caseId: string;
  const ids: Record<number, string> = {};

  beforeAll(async () => {
    caseId = (await testCase(team.lead)).id;
    const article = await testArticle(team.lead, caseId, { outlet: "Zeitung", title: "Flood" });
    const made = [
      { statement: "Rain", outlet: "Herald", tags: ["water", "Air"], reportedOn: "2024-05" },
      { statement: "Wind", articleId: article.id, tags: ["air"] },
      { statement: "Snow" },
      { statement: "Hail", outlet: "herald", tags: ["water"], reportedOn: "2024-04" },
      { statement: "Sun", articleId: article.id },
    ];
    for (const [index, input] of made.entries()) ids[index + 1] = (await testClaim(team.analyst, caseId, input)).id;
    await recordRelation(team.analyst, { caseId, from: ids[2] ?? "", to: ids[4] ?? "", kind: "contradicts" });
  });

  const grouped = async (query: object, ctx = team.viewer, inCase = caseId) => {
    const { groups, total, cursors } = await outline(ctx, inCase, query);
    const { items } = await rows(ctx, inCase, { ...query, limit: 200 });
    return {
      groups: groups.map(({ name, rows: count }) => [name, count]),
      total,
      cursors,
      numbers: items.map((row) => row.number),
    };
  };

  it.each<[string, [string, number][], number[]]>([
    [
      "outlet",
      [
        ["Herald", 2],
        ["Zeitung", 2],
        ["", 1],
      ],
      [1, 4, 2, 5, 3],
    ],
    [
      "article",
      [
        ["Flood", 2],
        ["", 3],
      ],
      [2, 5, 1, 3, 4],
    ],
    [
      "tag",
      [
        ["Air", 2],
        ["water", 2],
        ["", 2],
      ],
      [1, 2, 1, 4, 3, 5],
    ],
    [
      "conflict",
      [
        ["C-2", 2],
        ["", 3],
      ],
      [2, 4, 1, 3, 5],
    ],
  ])("by %s stand one after the other, what shares nothing last", async (group, groups, numbers) => {
    expect(await grouped({ group })).toMatchObject({ groups, numbers, total: numbers.length });
  });

  it("keep the order and the filters of the sheet, and say what a conflict is about", async () => {
    expect((await grouped({ group: "tag", sort: "-number" })).numbers).toEqual([2, 1, 4, 1, 5, 3]);
    expect((await grouped({ group: "tag", sort: "reportedOn" })).numbers).toEqual([1, 2, 4, 1, 3, 5]);
    expect(await grouped({ group: "outlet", q: "rain" })).toMatchObject({ groups: [["Herald", 1]], numbers: [1] });
    expect((await outline(team.viewer, caseId, { group: "conflict" })).groups[0]).toEqual({
      ...{ key: "2", name: "C-2", detail: "Wind", rows: 2 },
    });
  });

  it.each(["outlet", "article", "tag", "conflict"])(
    "by %s are read in stretches, and every claim is found in them",
    async (group) => {
      for (const sort of ["number", "-number", "reportedOn", "-reportedOn"]) {
        const { numbers } = await grouped({ group, sort });
        const read: number[] = [];
        let cursor: string | undefined;
        do {
          const page: Awaited<ReturnType<typeof rows>> = await rows(team.viewer, caseId, {
            group,
            sort,
            limit: 1,
            cursor,
          });
          read.push(...page.items.map(({ number }) => number));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(read).toEqual(numbers);
        for (const number of new Set(numbers)) {
          const { place } = await placeOf(team.viewer, caseId, { group, sort, claim: `C-${number}` });
          expect(place).toBe(numbers.indexOf(number));
        }
      }
    },
  );

  it("are reached from the outline, however long the sheet is", async () => {
    const long = (await testCase(team.lead)).id;
    for (let n = 1; n <= OUTLINE_STEP + 20; n += 1) {
      await testClaim(team.analyst, long, { tags: [`t${n % 7}`, ...(n % 2 ? ["odd"] : [])] });
    }
    const { cursors, total, numbers } = await grouped({ group: "tag" }, team.viewer, long);
    expect(total).toBe(OUTLINE_STEP + 20 + (OUTLINE_STEP + 20) / 2);
    expect(cursors).toHaveLength(1);
    const rest = await rows(team.viewer, long, { group: "tag", cursor: cursors[0], limit: 200 });
    expect(rest.items.map(({ number }) => number)).toEqual(numbers.slice(OUTLINE_STEP));
  });

  it("of a blind case are the conflicts that the caller knows", async () => {
    const blind = (await testCase(team.lead, { blind: true })).id;
    const [a, b] = [await testClaim(team.analyst, blind), await testClaim(team.lead, blind)];
    await recordRelation(team.analyst, { caseId: blind, from: a.id, to: b.id, kind: "contradicts" });
    expect((await grouped({ group: "conflict" }, team.analyst, blind)).groups).toEqual([["C-1", 2]]);
    expect((await grouped({ group: "conflict" }, team.lead, blind)).groups).toEqual([["", 2]]);
  });
});
